package com.ecom.signup.infra;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * {@code taskdef.json}, the one description of a task: the pipeline fills it in and registers it,
 * and the first tasks of an environment are made of it here.
 */
final class TaskTemplate {
  /** What CodePipeline puts the image's name in the place of. */
  static final String IMAGE = "IMAGE1_NAME";

  private static final Pattern PLACE = Pattern.compile("<([A-Z0-9_]+)>");
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Map<String, Object> task;

  private TaskTemplate(Map<String, Object> task) {
    this.task = task;
  }

  static TaskTemplate in(Path file) {
    try {
      return new TaskTemplate(
          JSON.readValue(Files.readString(file), new TypeReference<Map<String, Object>>() {}));
    } catch (IOException e) {
      throw new BadParameterException("%s cannot be read as JSON".formatted(file));
    }
  }

  /**
   * With values in all places, in the spelling of CloudFormation.
   *
   * @throws BadParameterException if there is no value for a place
   */
  Map<String, Object> filled(Map<String, String> values) {
    return object(task, values);
  }

  private static Map<String, Object> object(Map<?, ?> members, Map<String, String> values) {
    Map<String, Object> filled = new LinkedHashMap<>();
    members.forEach(
        (key, value) ->
            filled.put(
                capitalised(String.valueOf(key)),
                key.equals("options") ? options((Map<?, ?>) value, values) : any(value, values)));
    return filled;
  }

  /** Their keys are the log driver's own. */
  private static Map<String, Object> options(Map<?, ?> members, Map<String, String> values) {
    Map<String, Object> filled = new LinkedHashMap<>();
    members.forEach((key, value) -> filled.put(String.valueOf(key), any(value, values)));
    return filled;
  }

  private static Object any(Object value, Map<String, String> values) {
    return switch (value) {
      case Map<?, ?> members -> object(members, values);
      case List<?> elements -> elements.stream().map(element -> any(element, values)).toList();
      case String text -> text(text, values);
      default -> value;
    };
  }

  private static String text(String text, Map<String, String> values) {
    return PLACE
        .matcher(text)
        .replaceAll(
            place -> {
              String value = values.get(place.group(1));
              if (value == null) {
                throw new BadParameterException(
                    "taskdef.json has a place <%s> that nothing fills".formatted(place.group(1)));
              }
              return Matcher.quoteReplacement(value);
            });
  }

  private static String capitalised(String key) {
    return key.substring(0, 1).toUpperCase(Locale.ROOT) + key.substring(1);
  }
}
