package com.ecom.signup.infra;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import software.amazon.awscdk.Aws;
import software.amazon.awscdk.services.kms.IKey;
import software.amazon.awscdk.services.logs.ILogGroup;
import software.amazon.awscdk.services.wafv2.CfnLoggingConfiguration;
import software.amazon.awscdk.services.wafv2.CfnWebACL;
import software.amazon.awscdk.services.wafv2.CfnWebACLAssociation;
import software.constructs.Construct;

/**
 * What is refused before it reaches a task. Its log has paths and headers, no bodies, and so no
 * personal data; credentials in headers are struck out.
 */
final class Firewall {
  /** Requests of one address in five minutes; an office behind one address stays below. */
  private static final int RATE = 2000;

  /** Rules that would refuse old clients: some send no User-Agent, bodies may have 64 KiB. */
  private static final List<String> ONLY_COUNTED =
      List.of("NoUserAgent_HEADER", "SizeRestrictions_BODY");

  Firewall(Construct scope, Environment environment, Entrance entrance, IKey key) {
    CfnWebACL firewall =
        CfnWebACL.Builder.create(scope, "Firewall")
            .name(environment.named(""))
            .scope("REGIONAL")
            .defaultAction(
                CfnWebACL.DefaultActionProperty.builder()
                    .allow(CfnWebACL.AllowActionProperty.builder().build())
                    .build())
            .visibilityConfig(visible("all"))
            .rules(rules())
            .build();
    CfnWebACLAssociation.Builder.create(scope, "FirewallAtEntrance")
        .resourceArn(entrance.balancer().getLoadBalancerArn())
        .webAclArn(firewall.getAttrArn())
        .build();
    ILogGroup log =
        Logs.of(
            scope,
            "FirewallLog",
            "aws-waf-logs-" + environment.named(""),
            key,
            environment.logDays());
    CfnLoggingConfiguration.Builder.create(scope, "FirewallLogging")
        .resourceArn(firewall.getAttrArn())
        .logDestinationConfigs(
            List.of(
                "arn:%s:logs:%s:%s:log-group:%s"
                    .formatted(Aws.PARTITION, Aws.REGION, Aws.ACCOUNT_ID, log.getLogGroupName())))
        .redactedFields(List.of(header("authorization"), header("cookie")))
        .loggingFilter(onlyRefused())
        .build();
  }

  private static List<CfnWebACL.RuleProperty> rules() {
    List<CfnWebACL.RuleProperty> rules = new ArrayList<>();
    rules.add(
        CfnWebACL.RuleProperty.builder()
            .name("rate")
            .priority(0)
            .action(
                CfnWebACL.RuleActionProperty.builder()
                    .block(CfnWebACL.BlockActionProperty.builder().build())
                    .build())
            .statement(
                CfnWebACL.StatementProperty.builder()
                    .rateBasedStatement(
                        CfnWebACL.RateBasedStatementProperty.builder()
                            .aggregateKeyType("IP")
                            .limit(RATE)
                            .build())
                    .build())
            .visibilityConfig(visible("rate"))
            .build());
    for (String group :
        List.of(
            "AWSManagedRulesAmazonIpReputationList",
            "AWSManagedRulesKnownBadInputsRuleSet",
            "AWSManagedRulesCommonRuleSet")) {
      rules.add(managed(group, rules.size()));
    }
    return rules;
  }

  private static CfnWebACL.RuleProperty managed(String group, int priority) {
    List<CfnWebACL.RuleActionOverrideProperty> counted =
        group.equals("AWSManagedRulesCommonRuleSet")
            ? ONLY_COUNTED.stream().map(Firewall::counted).toList()
            : List.of();
    return CfnWebACL.RuleProperty.builder()
        .name(group)
        .priority(priority)
        .overrideAction(CfnWebACL.OverrideActionProperty.builder().none(Map.of()).build())
        .statement(
            CfnWebACL.StatementProperty.builder()
                .managedRuleGroupStatement(
                    CfnWebACL.ManagedRuleGroupStatementProperty.builder()
                        .vendorName("AWS")
                        .name(group)
                        .ruleActionOverrides(counted)
                        .build())
                .build())
        .visibilityConfig(visible(group))
        .build();
  }

  private static CfnWebACL.RuleActionOverrideProperty counted(String rule) {
    return CfnWebACL.RuleActionOverrideProperty.builder()
        .name(rule)
        .actionToUse(
            CfnWebACL.RuleActionProperty.builder()
                .count(CfnWebACL.CountActionProperty.builder().build())
                .build())
        .build();
  }

  /** Samples of requests would show headers to whoever may look at the console. */
  private static CfnWebACL.VisibilityConfigProperty visible(String name) {
    return CfnWebACL.VisibilityConfigProperty.builder()
        .cloudWatchMetricsEnabled(true)
        .metricName(name)
        .sampledRequestsEnabled(false)
        .build();
  }

  private static CfnLoggingConfiguration.FieldToMatchProperty header(String name) {
    return CfnLoggingConfiguration.FieldToMatchProperty.builder()
        .singleHeader(Map.of("Name", name))
        .build();
  }

  private static Map<String, Object> onlyRefused() {
    return Map.of(
        "DefaultBehavior",
        "DROP",
        "Filters",
        List.of(
            Map.of(
                "Behavior",
                "KEEP",
                "Requirement",
                "MEETS_ANY",
                "Conditions",
                List.of(
                    Map.of("ActionCondition", Map.of("Action", "BLOCK")),
                    Map.of("ActionCondition", Map.of("Action", "COUNT"))))));
  }
}
