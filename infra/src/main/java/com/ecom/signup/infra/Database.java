package com.ecom.signup.infra;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.services.ec2.InstanceType;
import software.amazon.awscdk.services.ec2.SubnetSelection;
import software.amazon.awscdk.services.ec2.SubnetType;
import software.amazon.awscdk.services.kms.IKey;
import software.amazon.awscdk.services.rds.CfnDBInstance;
import software.amazon.awscdk.services.rds.Credentials;
import software.amazon.awscdk.services.rds.DatabaseInsightsMode;
import software.amazon.awscdk.services.rds.DatabaseInstance;
import software.amazon.awscdk.services.rds.DatabaseInstanceEngine;
import software.amazon.awscdk.services.rds.IInstanceEngine;
import software.amazon.awscdk.services.rds.ParameterGroup;
import software.amazon.awscdk.services.rds.PerformanceInsightRetention;
import software.amazon.awscdk.services.rds.PostgresEngineVersion;
import software.amazon.awscdk.services.rds.PostgresInstanceEngineProps;
import software.amazon.awscdk.services.rds.StorageType;
import software.constructs.Construct;

/**
 * PostgreSQL 18 by RDS, which also keeps the password and changes it every seven days. The service
 * reads the new one when the old one is refused, so that nobody notices.
 */
final class Database {
  /** As the service has it by default. */
  private static final String NAME = "ecommerce";

  private static final String USER = "ecom_user";

  /** TLS or nothing; and no line of the log holds a statement or a value of one. */
  private static final Map<String, String> SETTINGS =
      Map.ofEntries(
          Map.entry("rds.force_ssl", "1"),
          Map.entry("log_statement", "none"),
          Map.entry("log_min_error_statement", "panic"),
          Map.entry("log_min_duration_statement", "-1"),
          Map.entry("log_parameter_max_length", "0"),
          Map.entry("log_parameter_max_length_on_error", "0"),
          Map.entry("log_error_verbosity", "terse"),
          Map.entry("log_connections", "1"),
          Map.entry("log_lock_waits", "1"),
          Map.entry("log_checkpoints", "1"));

  private final DatabaseInstance instance;

  Database(Construct scope, Environment environment, Network network, IKey key) {
    IInstanceEngine engine =
        DatabaseInstanceEngine.postgres(
            PostgresInstanceEngineProps.builder().version(PostgresEngineVersion.VER_18).build());
    DatabaseSize size = environment.database();
    instance =
        DatabaseInstance.Builder.create(scope, "Database")
            .instanceIdentifier(environment.named(""))
            .engine(engine)
            .parameterGroup(
                ParameterGroup.Builder.create(scope, "DatabaseSettings")
                    .engine(engine)
                    .parameters(SETTINGS)
                    .build())
            .instanceType(new InstanceType(size.instanceType()))
            .vpc(network.vpc())
            .vpcSubnets(SubnetSelection.builder().subnetType(SubnetType.PRIVATE_ISOLATED).build())
            .securityGroups(List.of(network.database()))
            .publiclyAccessible(false)
            .databaseName(NAME)
            .credentials(Credentials.fromUsername(USER))
            .manageMasterUserPassword(true)
            .storageType(StorageType.GP3)
            .allocatedStorage(size.storage())
            .maxAllocatedStorage(size.mostStorage())
            .storageEncrypted(true)
            .storageEncryptionKey(key)
            .multiAz(size.standby())
            .backupRetention(Duration.days(size.backupDays()))
            .deleteAutomatedBackups(false)
            .copyTagsToSnapshot(true)
            .deletionProtection(environment.guarded())
            .removalPolicy(RemovalPolicy.SNAPSHOT)
            .autoMinorVersionUpgrade(true)
            .preferredBackupWindow("07:00-08:00")
            .preferredMaintenanceWindow("tue:08:30-tue:09:30")
            .databaseInsightsMode(DatabaseInsightsMode.STANDARD)
            .enablePerformanceInsights(true)
            .performanceInsightRetention(PerformanceInsightRetention.DEFAULT)
            .performanceInsightEncryptionKey(key)
            .cloudwatchLogsExports(List.of("postgresql"))
            .build();
    cfn()
        .setMasterUserSecret(
            CfnDBInstance.MasterUserSecretProperty.builder().kmsKeyId(key.getKeyArn()).build());
  }

  private CfnDBInstance cfn() {
    return (CfnDBInstance) Objects.requireNonNull(instance.getNode().getDefaultChild());
  }

  String host() {
    return instance.getDbInstanceEndpointAddress();
  }

  String name() {
    return instance.getInstanceIdentifier();
  }

  /** The secret that RDS keeps: a JSON object with the password. */
  String secretArn() {
    return cfn().getAtt("MasterUserSecret.SecretArn").toString();
  }
}
