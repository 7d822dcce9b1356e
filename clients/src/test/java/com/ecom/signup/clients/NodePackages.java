package com.ecom.signup.clients;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Skips, and says why, where Node.js or the packages can't be had; continuous integration has both.
 */
final class NodePackages implements ExecutionCondition {
  private static final Path INSTALLED = Path.of("typescript", "node_modules", "typescript");

  @Override
  public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
    if (Boolean.parseBoolean(System.getenv("CI"))) {
      return ConditionEvaluationResult.enabled("continuous integration skips nothing");
    }
    if (!runs("node") || !runs("npm")) {
      return ConditionEvaluationResult.disabled("Node.js and npm are needed (https://nodejs.org)");
    }
    return Files.exists(INSTALLED)
        ? ConditionEvaluationResult.enabled("Node.js and the packages are there")
        : ConditionEvaluationResult.disabled(
            "the packages are not there; ./test installs them, or npm ci in clients/typescript");
  }

  private static boolean runs(String program) {
    try {
      return new ProcessBuilder(program, "--version")
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start()
              .waitFor()
          == 0;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
