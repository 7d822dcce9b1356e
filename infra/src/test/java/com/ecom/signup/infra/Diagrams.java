package com.ecom.signup.infra;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Draws the templates in Mermaid: nothing is in a picture that is not in a template. */
final class Diagrams {
  /** What is drawn, by the beginning of its logical id; the longest that fits counts. */
  private static final Map<String, String> NAMES = new LinkedHashMap<>();

  /** What stands between two that are drawn, and is not drawn itself. */
  private static final Set<String> BETWEEN =
      Set.of("AWS::IAM::Policy", "AWS::IAM::Role", "AWS::ECS::TaskDefinition");

  /** What stands between two that it both names: from a type, to a type. */
  private static final Map<String, List<String>> TIES =
      Map.of(
          "AWS::WAFv2::WebACLAssociation",
              List.of("WAFv2::WebACL", "ElasticLoadBalancingV2::LoadBalancer"),
          "AWS::ElasticLoadBalancingV2::Listener",
              List.of(
                  "ElasticLoadBalancingV2::LoadBalancer", "ElasticLoadBalancingV2::TargetGroup"),
          "AWS::SNS::Subscription", List.of("SNS::Topic", "SQS::Queue"));

  static {
    NAMES.put("AWS::WAFv2::WebACL", "WAF");
    NAMES.put("AWS::ElasticLoadBalancingV2::LoadBalancer", "load balancer");
    NAMES.put("AWS::ElasticLoadBalancingV2::TargetGroup", "target group");
    NAMES.put("AWS::ECS::Service", "service on ECS Fargate");
    NAMES.put("AWS::RDS::DBInstance", "RDS for PostgreSQL and its secret");
    NAMES.put("AWS::SecretsManager::Secret", "secret");
    NAMES.put("AWS::SNS::Topic", "SNS topic");
    NAMES.put("AWS::SQS::Queue", "SQS queue");
    NAMES.put("AWS::SES::EmailIdentity", "SES");
    NAMES.put("AWS::Logs::LogGroup", "log group");
    NAMES.put("AWS::CodeDeploy::DeploymentGroup", "CodeDeploy");
  }

  private final Map<String, JsonNode> resources = new LinkedHashMap<>();

  private Diagrams(Templates templates) {
    templates
        .resources()
        .properties()
        .forEach(each -> resources.put(each.getKey(), each.getValue()));
  }

  static String ofEnvironment(Templates templates) {
    return new Diagrams(templates).environment();
  }

  /** Both in short: a line for the pipeline, and one for the environment. */
  static String overview(Templates pipeline, Templates environment) {
    List<String> stages = new ArrayList<>();
    for (JsonNode stage : pipeline.the("CodePipeline::Pipeline").path("Stages")) {
      String name = stage.path("Name").asText();
      String steps =
          actions(stage).stream()
              .map(action -> action.path("Name").asText())
              .collect(Collectors.joining(", "));
      stages.add("pipeline_%1$s[\"%1$s: %2$s\"]".formatted(name, steps));
    }
    String edges =
        new Diagrams(environment)
            .edges().stream().sorted().map(String::strip).collect(Collectors.joining("; "));
    return "flowchart LR\n  %s\n  %s\n".formatted(String.join(" --> ", stages), edges);
  }

  /** In the order in which they run. */
  private static List<JsonNode> actions(JsonNode stage) {
    List<JsonNode> actions = new ArrayList<>();
    stage.path("Actions").forEach(actions::add);
    actions.sort((one, other) -> one.path("RunOrder").asInt() - other.path("RunOrder").asInt());
    return actions;
  }

  static String ofPipeline(Templates templates) {
    StringBuilder drawing = new StringBuilder("flowchart LR\n");
    String before = "";
    for (JsonNode stage : templates.the("CodePipeline::Pipeline").path("Stages")) {
      String name = stage.path("Name").asText();
      String steps =
          actions(stage).stream()
              .map(
                  action ->
                      "%s_%s[\"%s<br/>%s\"]"
                          .formatted(
                              name,
                              action.path("Name").asText(),
                              action.path("Name").asText(),
                              action.path("ActionTypeId").path("Provider").asText()))
              .collect(Collectors.joining(" --> "));
      drawing.append("  subgraph %s%n    %s%n  end%n".formatted(name, steps));
      if (!before.isEmpty()) {
        drawing.append("  %s --> %s%n".formatted(before, name));
      }
      if (stage.path("OnFailure").path("Result").asText().equals("ROLLBACK")) {
        drawing.append("  %1$s -. on failure: what was there before .-> %1$s%n".formatted(name));
      }
      before = name;
    }
    return drawing.toString();
  }

  private Set<String> edges() {
    Set<String> edges = new LinkedHashSet<>();
    resources.forEach(
        (id, resource) -> {
          List<String> tie = TIES.get(type(id));
          if (tie != null) {
            ofType(id, tie.get(0))
                .forEach(from -> ofType(id, tie.get(1)).forEach(to -> edges.add(edge(from, to))));
          } else if (NAMES.containsKey(type(id))) {
            reached(id, new TreeSet<>())
                .forEach(to -> edges.add(isBehind(id, to) ? edge(to, id) : edge(id, to)));
          }
        });
    return edges;
  }

  private String environment() {
    Set<String> edges = edges();
    Set<String> drawn = new LinkedHashSet<>();
    edges.forEach(edge -> drawn.addAll(List.of(edge.strip().split(" --> "))));
    StringBuilder drawing = new StringBuilder("flowchart LR\n");
    resources.keySet().stream()
        .filter(id -> drawn.contains(word(id)))
        .forEach(
            id ->
                drawing.append(
                    "  %s[\"%s<br/>%s\"]%n".formatted(word(id), NAMES.get(type(id)), word(id))));
    edges.stream().sorted().forEach(drawing::append);
    return drawing.toString();
  }

  /** Requests go from a target group to the service, although the service names the group. */
  private boolean isBehind(String id, String to) {
    return type(id).endsWith("ECS::Service") && type(to).endsWith("TargetGroup");
  }

  private String edge(String from, String to) {
    return "  %s --> %s%n".formatted(word(from), word(to));
  }

  /** The logical id without what the CDK adds to it. */
  private static String word(String id) {
    return id.replaceFirst("[0-9A-F]{8}$", "");
  }

  private String type(String id) {
    JsonNode resource = resources.get(id);
    return resource == null ? "" : resource.path("Type").asText();
  }

  private List<String> ofType(String id, String type) {
    return named(id).stream().filter(other -> type(other).equals("AWS::" + type)).toList();
  }

  private Set<String> reached(String id, Set<String> seen) {
    Set<String> found = new TreeSet<>();
    for (String other : named(id)) {
      if (NAMES.containsKey(type(other))) {
        found.add(other);
      } else if (BETWEEN.contains(type(other)) && seen.add(other)) {
        found.addAll(reached(other, seen));
      }
    }
    found.remove(id);
    return found;
  }

  /** All that a resource refers to or waits for. */
  private Set<String> named(String id) {
    JsonNode resource = resources.get(id);
    Set<String> names = new TreeSet<>();
    if (resource != null) {
      names.addAll(resource.findValuesAsText("Ref"));
      resource.findValues("Fn::GetAtt").forEach(reference -> names.add(reference.path(0).asText()));
      resource.path("DependsOn").forEach(other -> names.add(other.asText()));
    }
    return names;
  }
}
