package com.ecom.signup.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SettingsTest {

  private static final Path PROJECT = Path.of("/project");

  @Test
  void hasDefaults() {
    Settings settings = Settings.from(Map.of(), PROJECT);

    assertThat(settings.port()).isEqualTo(8001);
    assertThat(settings.managementPort()).isEqualTo(8002);
    assertThat(settings.localPort()).isEqualTo(8003);
    assertThat(settings.dataFolder()).isEqualTo(Path.of("/project/.data"));
  }

  @Test
  void takesTheEnvironment() {
    Settings settings = Settings.from(Map.of("PORT", "9001", "DATA_DIR", "/elsewhere"), PROJECT);

    assertThat(settings.port()).isEqualTo(9001);
    assertThat(settings.dataFolder()).isEqualTo(Path.of("/elsewhere"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "0", "65536", "http", "-1", "8001 "})
  void refusesWhatIsNoPort(String value) {
    assertThatThrownBy(() -> Settings.from(Map.of("PORT", value), PROJECT))
        .isInstanceOf(Refusal.class)
        .hasMessage("PORT must be a number from 1 to 65535, but is \"" + value + "\"");
  }

  @Test
  void refusesOnePortForTwo() {
    assertThatThrownBy(() -> Settings.from(Map.of("LOCAL_PORT", "8001"), PROJECT))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("LOCAL_PORT is 8001");
  }
}
