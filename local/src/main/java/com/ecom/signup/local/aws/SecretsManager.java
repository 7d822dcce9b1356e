package com.ecom.signup.local.aws;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Clock;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The part of Secrets Manager that a reader and a rotation use, in AWS JSON 1.1.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_Operations.html">operations</a>
 */
final class SecretsManager {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final Secrets secrets = new Secrets();
  private final Clock clock;

  SecretsManager(Clock clock) {
    this.clock = clock;
  }

  synchronized String put(String name, String value) {
    Secret secret = secrets.has(name) ? secrets.find(name) : secrets.create(name);
    Secret.Content content = new Secret.Content(value, null);
    return secret.put(Xml.randomId(), content, Set.of(Secret.CURRENT), clock.instant()).id();
  }

  synchronized Answer answer(String operation, byte[] body) {
    try {
      JsonNode request = parse(body);
      return switch (operation) {
        case "GetSecretValue" -> get(request);
        case "PutSecretValue" -> put(request);
        case "CreateSecret" -> create(request);
        case "UpdateSecretVersionStage" -> updateStage(request);
        default ->
            throw new AwsError(400, "UnknownOperationException", "No operation " + operation);
      };
    } catch (AwsError error) {
      return error(error);
    }
  }

  static Answer error(AwsError error) {
    ObjectNode json = JSON.createObjectNode();
    json.put("__type", error.code()).put("Message", error.reason());
    return json(error.status(), json);
  }

  private Answer get(JsonNode request) {
    Secret secret = find(request);
    Secret.Version version = wanted(secret, request);
    ObjectNode json = described(secret, version);
    json.put("CreatedDate", version.created().toEpochMilli() / 1000.0);
    if (version.content().text() != null) {
      json.put("SecretString", version.content().text());
    } else {
      json.put("SecretBinary", version.content().binary());
    }
    return json(200, json);
  }

  private static Secret.Version wanted(Secret secret, JsonNode request) {
    String id = text(request, "VersionId");
    String stage = text(request, "VersionStage");
    if (id == null) {
      return secret.labelled(stage == null ? Secret.CURRENT : stage);
    }
    Secret.Version version = secret.version(id);
    if (stage != null && !version.stages().contains(stage)) {
      throw new AwsError(
          400, "InvalidRequestException", "The version " + id + " doesn't have label " + stage);
    }
    return version;
  }

  private Answer put(JsonNode request) {
    return put(find(request), request);
  }

  private Answer create(JsonNode request) {
    return put(secrets.create(required(request, "Name")), request);
  }

  private Answer put(Secret secret, JsonNode request) {
    Set<String> stages = new TreeSet<>();
    request.path("VersionStages").forEach(stage -> stages.add(stage.asText()));
    if (stages.isEmpty()) {
      stages.add(Secret.CURRENT);
    }
    String token = text(request, "ClientRequestToken");
    Secret.Version version =
        secret.put(
            token == null ? Xml.randomId() : token, content(request), stages, clock.instant());
    return json(200, described(secret, version));
  }

  private static Secret.Content content(JsonNode request) {
    String text = text(request, "SecretString");
    String binary = text(request, "SecretBinary");
    if ((text == null) == (binary == null)) {
      throw new AwsError(
          400,
          "InvalidRequestException",
          "You must provide either SecretString or SecretBinary, and not both.");
    }
    return new Secret.Content(text, binary);
  }

  private Answer updateStage(JsonNode request) {
    Secret secret = find(request);
    secret.updateStage(
        required(request, "VersionStage"),
        text(request, "RemoveFromVersionId"),
        text(request, "MoveToVersionId"));
    return json(200, JSON.createObjectNode().put("ARN", secret.arn()).put("Name", secret.name()));
  }

  private static ObjectNode described(Secret secret, Secret.Version version) {
    ObjectNode json = JSON.createObjectNode();
    json.put("ARN", secret.arn()).put("Name", secret.name()).put("VersionId", version.id());
    new TreeSet<>(version.stages()).forEach(json.putArray("VersionStages")::add);
    return json;
  }

  private Secret find(JsonNode request) {
    return secrets.find(required(request, "SecretId"));
  }

  private static String required(JsonNode request, String name) {
    String value = text(request, name);
    if (value == null || value.isEmpty()) {
      throw new AwsError(400, "InvalidParameterException", name + " must have a value.");
    }
    return value;
  }

  private static @Nullable String text(JsonNode request, String name) {
    JsonNode value = request.get(name);
    return value == null || value.isNull() ? null : value.asText();
  }

  private static JsonNode parse(byte[] body) {
    try {
      return JSON.readTree(body);
    } catch (IOException e) {
      throw new AwsError(400, "SerializationException", "The request is not JSON.");
    }
  }

  private static Answer json(int status, ObjectNode json) {
    return new Answer(status, "application/x-amz-json-1.1", json.toString());
  }
}
