package com.ecom.signup.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.ecom.signup.access.Permission;
import com.ecom.signup.environment.Environment;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.http.HttpMethod;
import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Every route under {@code /v1} asks for a permission, but for those that are anybody's. */
final class OperatorRoutesTest {
  private static final Set<String> ANYBODYS = Set.of("POST /v1/customers");
  private static final Path DOCUMENT = Path.of("../docs/openapi.json");

  private static final Map<String, String> SCOPES = new TreeMap<>();
  private static final Set<String> OTHERS = new TreeSet<>();

  @BeforeAll
  static void declareAll() throws ReflectiveOperationException {
    RouteTable table = new RouteTable(new SimpleMeterRegistry(), false);
    for (var type :
        new ClassFileImporter().importPath(Path.of("target/classes/com/ecom/signup/http"))) {
      if (type.isAssignableTo(RouteSource.class) && !type.isInterface()) {
        declare(Class.forName(type.getName()), table);
      }
    }
    note((Map<?, ?>) field(table, "paths"));
    note((Map<?, ?>) field(table, "patterns"));
  }

  /** Where routes lead does not matter here, so their sources get what can be made of nothing. */
  private static void declare(Class<?> type, RouteTable table) {
    try {
      ((RouteSource) made(type)).declare(table);
    } catch (ReflectiveOperationException | NullPointerException e) {
      assertThat(type.getSimpleName()).as("has no route under /v1").endsWith("Pages");
    }
  }

  private static Object made(Class<?> type) throws ReflectiveOperationException {
    Constructor<?> constructor = type.getDeclaredConstructors()[0];
    constructor.setAccessible(true);
    @Nullable Object[] parts = new @Nullable Object[constructor.getParameterCount()];
    for (int i = 0; i < parts.length; i++) {
      parts[i] = part(constructor.getParameterTypes()[i]);
    }
    return constructor.newInstance(parts);
  }

  private static @Nullable Object part(Class<?> type) {
    if (type.equals(Environment.class)) {
      return Environment.of(Map.of("AWS_ACCOUNT_ID", "000000000000"));
    }
    try {
      return type.isPrimitive() || Modifier.isAbstract(type.getModifiers()) ? null : made(type);
    } catch (ReflectiveOperationException | RuntimeException e) {
      return null;
    }
  }

  private static void note(Map<?, ?> paths) throws ReflectiveOperationException {
    for (var entry : paths.entrySet()) {
      String path =
          entry.getKey() instanceof PathPattern(var segments)
              ? String.join("/", segments)
              : entry.getKey().toString();
      for (var method : ((Map<?, ?>) entry.getValue()).entrySet()) {
        String route = ((HttpMethod) method.getKey()).name() + " " + path;
        Permission permission = permission(field(method.getValue(), "handler"));
        if (permission != null) {
          SCOPES.put(route, permission.scope());
        } else {
          OTHERS.add(route);
        }
      }
    }
  }

  private static @Nullable Permission permission(Object handler) {
    return switch (handler) {
      case OperatorRoute route -> route.permission();
      case UploadRoute route -> route.permission();
      case DownloadRoute route -> route.permission();
      default -> null;
    };
  }

  private static Object field(Object object, String name) throws ReflectiveOperationException {
    Field field = object.getClass().getDeclaredField(name);
    field.setAccessible(true);
    return field.get(object);
  }

  @Test
  void areTheOnlyOnesUnderV1ButForWhatIsAnybodys() {
    assertThat(OTHERS.stream().filter(route -> route.contains(" /v1/")))
        .containsExactlyInAnyOrderElementsOf(ANYBODYS);
    assertThat(SCOPES).hasSizeGreaterThan(20);
  }

  @Test
  void areDocumentedWithTheirScope() throws IOException {
    Map<String, String> documented = new TreeMap<>();
    JsonNode paths = JsonMapper.builder().build().readTree(DOCUMENT.toFile()).get("paths");
    for (var path : paths.properties()) {
      for (var method : path.getValue().properties()) {
        JsonNode scope = method.getValue().at("/security/0/operator/0");
        if (scope.isTextual()) {
          documented.put(
              HttpMethod.valueOf(method.getKey().toUpperCase(Locale.ROOT)).name()
                  + " "
                  + path.getKey(),
              scope.asText());
        }
      }
    }
    assertThat(documented).isEqualTo(SCOPES);
  }
}
