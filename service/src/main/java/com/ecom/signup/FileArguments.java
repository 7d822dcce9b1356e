package com.ecom.signup;

import com.ecom.signup.audit.Reason;
import com.ecom.signup.environment.MisconfiguredException;
import com.ecom.signup.transfer.Format;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What is to be done with a file.
 *
 * @param packed whether gzip has packed it
 * @param options those that were given, with their values; a flag has none
 */
record FileArguments(Path file, Format format, boolean packed, Map<String, String> options) {
  private static final Map<String, Set<String>> FLAGS =
      Map.of("import", Set.of("--dry-run", "--events"), "export", Set.of());
  private static final Map<String, Set<String>> VALUES =
      Map.of("import", Set.of("--ignore-columns"), "export", Set.of("--status", "--reason"));

  private static final List<String> STATUSES = List.of("active", "inactive", "superseded", "all");

  /**
   * Reads what follows {@code import} or {@code export}, and that word.
   *
   * @throws MisconfiguredException if it cannot be done
   */
  static FileArguments of(String... arguments) {
    String word = arguments[0];
    Map<String, String> options = new HashMap<>();
    String file = "";
    for (int i = 1; i < arguments.length; i++) {
      String argument = arguments[i];
      if (FLAGS.getOrDefault(word, Set.of()).contains(argument)) {
        options.put(argument, "");
      } else if (VALUES.getOrDefault(word, Set.of()).contains(argument)
          && i + 1 < arguments.length) {
        options.put(argument, arguments[++i]);
      } else if (argument.startsWith("--") || !file.isEmpty()) {
        throw new MisconfiguredException("unknown arguments; --help tells what there is");
      } else {
        file = argument;
      }
    }
    return of(word, file, options);
  }

  private static FileArguments of(String word, String file, Map<String, String> options) {
    boolean packed = Format.isPacked(file) && word.equals("import");
    Format format =
        Format.ofFileName(file)
            .filter(known -> packed || !Format.isPacked(file))
            .orElseThrow(
                () ->
                    new MisconfiguredException(
                        "%s needs a file whose name ends in .csv or .ndjson".formatted(word)));
    Path path = Path.of(file);
    if (word.equals("import") && !Files.isReadable(path)) {
      throw new MisconfiguredException("there is no file %s to be read".formatted(file));
    }
    if (!STATUSES.contains(options.getOrDefault("--status", "active"))) {
      throw new MisconfiguredException("--status needs one of " + String.join(", ", STATUSES));
    }
    if (word.equals("export") && Reason.read(options.get("--reason")).isEmpty()) {
      throw new MisconfiguredException(
          "export needs --reason and why, in 1 to 200 characters without an address:"
              + " the audit trail keeps it");
    }
    if (word.equals("export") && Files.exists(path)) {
      throw new MisconfiguredException("there is a file %s already".formatted(file));
    }
    return new FileArguments(path, format, packed, options);
  }

  boolean has(String option) {
    return options.containsKey(option);
  }

  /** Beside the file. */
  Path refused() {
    return Path.of(file + ".refused." + format.word());
  }
}
