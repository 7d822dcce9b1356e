package com.ecom.signup.clients;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The client that is generated in TypeScript, against the packaged service. */
@ExtendWith(NodePackages.class)
final class TypeScriptClientIT {
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  private final Path folder;

  TypeScriptClientIT(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void isGeneratedCompiledAndUsed() throws Exception {
    npm("generate", Map.of());
    npm("compile", Map.of());
    try (LocalService service = LocalService.start(folder)) {
      String output =
          npm(
              "test",
              Map.of("SERVICE_URL", service.url(), "OPERATOR_TOKEN", service.operatorToken()));
      assertThat(output).containsPattern("pass [1-9]").contains("skipped 0", "todo 0");
    }
  }

  /** Runs a script of {@code package.json}, and says all that it said if it fails. */
  private String npm(String script, Map<String, String> variables)
      throws IOException, InterruptedException {
    Path log = folder.resolve(script + ".log");
    ProcessBuilder builder =
        new ProcessBuilder("npm", "run", "--silent", script)
            .directory(Path.of("typescript").toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile());
    builder.environment().putAll(variables);
    Process process = builder.start();
    try {
      boolean ended = process.waitFor(PATIENCE);
      String output = Files.readString(log);
      assertThat(ended && process.exitValue() == 0).as("npm run %s:%n%s", script, output).isTrue();
      return output;
    } finally {
      process.destroy();
    }
  }
}
