package com.ecom.signup.local.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.secretsmanager.model.GetSecretValueResponse;
import software.amazon.awssdk.services.secretsmanager.model.ResourceExistsException;
import software.amazon.awssdk.services.secretsmanager.model.ResourceNotFoundException;

final class SecretsManagerTest {

  private static final String TOKEN = "0123456789abcdef0123456789abcdef";

  private final AwsStandIn aws = AwsStandIn.start(0);
  private final SecretsManagerClient client = SdkClients.secretsManager(aws);

  @AfterEach
  void stop() {
    client.close();
    aws.close();
  }

  @Test
  void readsCurrentValueByNameAndByArn() {
    aws.putSecret("signup/local/database", "first \"one\"");

    GetSecretValueResponse answer = get("signup/local/database");

    assertThat(answer.secretString()).isEqualTo("first \"one\"");
    assertThat(answer.versionStages()).containsExactly("AWSCURRENT");
    assertThat(answer.createdDate()).isNotNull();
    assertThat(get(answer.arn()).secretString()).isEqualTo("first \"one\"");
    String withoutSuffix = answer.arn().substring(0, answer.arn().length() - 7);
    assertThat(get(withoutSuffix).secretString()).isEqualTo("first \"one\"");
  }

  @Test
  void rotationKeepsThePreviousValue() {
    aws.putSecret("s", "old");
    aws.putSecret("s", "new");

    assertThat(get("s").secretString()).isEqualTo("new");
    assertThat(stage("s", "AWSPREVIOUS")).isEqualTo("old");

    aws.putSecret("s", "newest");
    assertThat(stage("s", "AWSPREVIOUS")).isEqualTo("new");
  }

  @Test
  void pendingValueCountsOnceItsLabelMoves() {
    String old = aws.putSecret("s", "old");
    client.putSecretValue(
        it ->
            it.secretId("s")
                .secretString("new")
                .clientRequestToken(TOKEN)
                .versionStages("AWSPENDING"));
    assertThat(get("s").secretString()).isEqualTo("old");
    assertThat(stage("s", "AWSPENDING")).isEqualTo("new");

    client.updateSecretVersionStage(
        it ->
            it.secretId("s")
                .versionStage("AWSCURRENT")
                .removeFromVersionId(old)
                .moveToVersionId(TOKEN));
    assertThat(get("s").secretString()).isEqualTo("new");
    assertThat(stage("s", "AWSPREVIOUS")).isEqualTo("old");
  }

  @Test
  void repeatedTokenChangesNothing() {
    aws.putSecret("s", "old");
    put("new");
    aws.putSecret("s", "newest");
    put("new");

    assertThat(get("s").secretString()).isEqualTo("newest");
    assertThatThrownBy(() -> put("other")).isInstanceOf(ResourceExistsException.class);
  }

  private void put(String value) {
    client.putSecretValue(it -> it.secretId("s").secretString(value).clientRequestToken(TOKEN));
  }

  @Test
  void createsSecretOnce() {
    client.createSecret(it -> it.name("s").secretBinary(SdkBytes.fromUtf8String("bytes")));

    assertThat(get("s").secretBinary().asUtf8String()).isEqualTo("bytes");
    assertThatThrownBy(() -> client.createSecret(it -> it.name("s").secretString("x")))
        .isInstanceOf(ResourceExistsException.class);
  }

  @Test
  void refusesUnknownSecretStageAndVersion() {
    aws.putSecret("s", "v");

    assertThatThrownBy(() -> get("t")).isInstanceOf(ResourceNotFoundException.class);
    assertThatThrownBy(() -> stage("s", "AWSPREVIOUS"))
        .isInstanceOf(ResourceNotFoundException.class);
    assertThatThrownBy(() -> client.getSecretValue(it -> it.secretId("s").versionId(TOKEN)))
        .isInstanceOf(ResourceNotFoundException.class);
  }

  private GetSecretValueResponse get(String id) {
    return client.getSecretValue(it -> it.secretId(id));
  }

  private String stage(String id, String stage) {
    return client.getSecretValue(it -> it.secretId(id).versionStage(stage)).secretString();
  }
}
