package com.ecom.signup.local.aws;

import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A secret with its versions and the labels that say which one counts.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/secretsmanager/latest/userguide/whats-in-a-secret.html">versions</a>
 */
final class Secret {

  static final String CURRENT = "AWSCURRENT";
  static final String PREVIOUS = "AWSPREVIOUS";

  private final String name;
  private final String arn;
  private final Map<String, Version> versions = new LinkedHashMap<>();

  Secret(String name, String arn) {
    this.name = name;
    this.arn = arn;
  }

  String name() {
    return name;
  }

  String arn() {
    return arn;
  }

  /** The same token with the same value changes nothing, so that a client can try again. */
  Version put(String token, Content content, Set<String> stages, Instant created) {
    Version before = versions.get(token);
    if (before != null) {
      if (before.content().equals(content)) {
        return before;
      }
      throw new AwsError(
          400,
          "ResourceExistsException",
          "You can't use ClientRequestToken " + token + " because that value is already in use.");
    }
    Version version = new Version(token, content, new HashSet<>(), created);
    versions.put(token, version);
    for (String stage : versions.size() == 1 ? withCurrent(stages) : stages) {
      move(stage, version);
    }
    return version;
  }

  private static Set<String> withCurrent(Set<String> stages) {
    Set<String> all = new TreeSet<>(stages);
    all.add(CURRENT);
    return all;
  }

  /** A label sits on one version; the one that loses AWSCURRENT becomes AWSPREVIOUS. */
  private void move(String stage, Version to) {
    for (Version version : versions.values()) {
      boolean lost = !version.id().equals(to.id()) && version.stages().remove(stage);
      if (lost && stage.equals(CURRENT)) {
        versions.values().forEach(other -> other.stages().remove(PREVIOUS));
        version.stages().add(PREVIOUS);
      }
    }
    to.stages().add(stage);
  }

  void updateStage(String stage, @Nullable String from, @Nullable String to) {
    Version source = from == null ? null : version(from);
    boolean attached = versions.values().stream().anyMatch(it -> it.stages().contains(stage));
    if (attached && (source == null || !source.stages().contains(stage))) {
      throw new AwsError(
          400,
          "InvalidParameterException",
          "The parameter RemoveFromVersionId must name the version that has the label " + stage);
    }
    if (to != null) {
      move(stage, version(to));
    } else if (source != null) {
      source.stages().remove(stage);
    }
  }

  Version version(String id) {
    Version version = versions.get(id);
    if (version == null) {
      throw Secrets.notFound("the specified secret value for VersionId: " + id);
    }
    return version;
  }

  Version labelled(String stage) {
    return versions.values().stream()
        .filter(version -> version.stages().contains(stage))
        .findFirst()
        .orElseThrow(
            () -> Secrets.notFound("the specified secret value for staging label: " + stage));
  }

  /** Text, or bytes as Base64. */
  record Content(@Nullable String text, @Nullable String binary) {

    @Override
    public String toString() {
      return "Content[masked]";
    }
  }

  record Version(String id, Content content, Set<String> stages, Instant created) {}
}
