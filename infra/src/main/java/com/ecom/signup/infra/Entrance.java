package com.ecom.signup.infra;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import software.amazon.awscdk.Aws;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.services.ec2.SubnetSelection;
import software.amazon.awscdk.services.ec2.SubnetType;
import software.amazon.awscdk.services.elasticloadbalancingv2.ApplicationListener;
import software.amazon.awscdk.services.elasticloadbalancingv2.ApplicationLoadBalancer;
import software.amazon.awscdk.services.elasticloadbalancingv2.ApplicationProtocol;
import software.amazon.awscdk.services.elasticloadbalancingv2.ApplicationTargetGroup;
import software.amazon.awscdk.services.elasticloadbalancingv2.BaseApplicationListenerProps;
import software.amazon.awscdk.services.elasticloadbalancingv2.HealthCheck;
import software.amazon.awscdk.services.elasticloadbalancingv2.ListenerAction;
import software.amazon.awscdk.services.elasticloadbalancingv2.ListenerCertificate;
import software.amazon.awscdk.services.elasticloadbalancingv2.RedirectOptions;
import software.amazon.awscdk.services.elasticloadbalancingv2.SslPolicy;
import software.amazon.awscdk.services.elasticloadbalancingv2.TargetType;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.amazon.awscdk.services.s3.BlockPublicAccess;
import software.amazon.awscdk.services.s3.Bucket;
import software.amazon.awscdk.services.s3.BucketEncryption;
import software.amazon.awscdk.services.s3.LifecycleRule;
import software.constructs.Construct;

/** The load balancer, with a group of tasks that serves and one that is about to. */
final class Entrance {
  private final ApplicationLoadBalancer balancer;
  private final ApplicationTargetGroup blue;
  private final ApplicationTargetGroup green;
  private final ApplicationListener listener;

  Entrance(Construct scope, Environment environment, Network network) {
    balancer =
        ApplicationLoadBalancer.Builder.create(scope, "Entrance")
            .loadBalancerName(environment.named(""))
            .vpc(network.vpc())
            .vpcSubnets(SubnetSelection.builder().subnetType(SubnetType.PUBLIC).build())
            .internetFacing(true)
            .securityGroup(network.entrance())
            .dropInvalidHeaderFields(true)
            .deletionProtection(environment.guarded())
            // Longer than the service holds a silent connection is never needed, shorter cuts it.
            .idleTimeout(Duration.seconds(60))
            .build();
    keepLog(scope, environment);
    blue = targets(scope, "Blue", environment.named("blue"), network);
    green = targets(scope, "Green", environment.named("green"), network);
    listener =
        balancer.addListener(
            "Https",
            BaseApplicationListenerProps.builder()
                .port(Ports.HTTPS)
                .protocol(ApplicationProtocol.HTTPS)
                .certificates(
                    List.of(
                        ListenerCertificate.fromArn(
                            "arn:%s:acm:%s:%s:certificate/%s"
                                .formatted(
                                    Aws.PARTITION,
                                    Aws.REGION,
                                    Aws.ACCOUNT_ID,
                                    environment.certificate()))))
                .sslPolicy(SslPolicy.RECOMMENDED_TLS)
                .open(false)
                .defaultTargetGroups(List.of(blue))
                .build());
    balancer.addListener(
        "Http",
        BaseApplicationListenerProps.builder()
            .port(Ports.HTTP)
            .open(false)
            .defaultAction(
                ListenerAction.redirect(
                    RedirectOptions.builder()
                        .protocol("HTTPS")
                        .port(String.valueOf(Ports.HTTPS))
                        .permanent(true)
                        .build()))
            .build());
  }

  private static ApplicationTargetGroup targets(
      Construct scope, String id, String name, Network network) {
    return ApplicationTargetGroup.Builder.create(scope, id)
        .targetGroupName(name)
        .vpc(network.vpc())
        .targetType(TargetType.IP)
        .protocol(ApplicationProtocol.HTTP)
        .port(Ports.PUBLIC)
        // A task that is told to stop goes on for five seconds, and answers what it accepted.
        .deregistrationDelay(Duration.seconds(20))
        .healthCheck(
            HealthCheck.builder()
                .port(String.valueOf(Ports.MANAGEMENT))
                .path("/health/ready")
                .healthyHttpCodes("200")
                .interval(Duration.seconds(10))
                .timeout(Duration.seconds(5))
                .healthyThresholdCount(2)
                .unhealthyThresholdCount(3)
                .build())
        .build();
  }

  /** Lines hold addresses of clients, paths and codes; what people send is in bodies only. */
  private void keepLog(Construct scope, Environment environment) {
    Bucket log =
        Bucket.Builder.create(scope, "EntranceLog")
            .encryption(BucketEncryption.S3_MANAGED) // the only one that load balancers write with
            .blockPublicAccess(BlockPublicAccess.BLOCK_ALL)
            .enforceSsl(true)
            .removalPolicy(RemovalPolicy.RETAIN)
            .lifecycleRules(
                List.of(
                    LifecycleRule.builder()
                        .expiration(Duration.days(environment.logDays()))
                        .build()))
            .build();
    log.addToResourcePolicy(
        PolicyStatement.Builder.create()
            .principals(
                List.of(
                    ServicePrincipal.Builder.create(
                            "logdelivery.elasticloadbalancing.amazonaws.com")
                        .build()))
            .actions(List.of("s3:PutObject"))
            .resources(List.of(log.arnForObjects("AWSLogs/%s/*".formatted(Aws.ACCOUNT_ID))))
            .conditions(
                Map.of(
                    "ArnLike",
                    Map.of(
                        "aws:SourceArn",
                        "arn:%s:elasticloadbalancing:%s:%s:loadbalancer/*"
                            .formatted(Aws.PARTITION, Aws.REGION, Aws.ACCOUNT_ID))))
            .build());
    balancer.setAttribute("access_logs.s3.enabled", "true");
    balancer.setAttribute("access_logs.s3.bucket", log.getBucketName());
    balancer.setAttribute("routing.http.x_amzn_tls_version_and_cipher_suite.enabled", "false");
    balancer.getNode().addDependency(log.getNode().findChild("Policy"));
  }

  ApplicationLoadBalancer balancer() {
    return balancer;
  }

  ApplicationListener listener() {
    return listener;
  }

  ApplicationTargetGroup blue() {
    return blue;
  }

  List<ApplicationTargetGroup> targets() {
    return Stream.of(blue, green).toList();
  }
}
