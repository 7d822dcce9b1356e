package com.ecom.signup.infra;

import java.util.List;
import software.amazon.awscdk.services.ec2.FlowLogDestination;
import software.amazon.awscdk.services.ec2.FlowLogOptions;
import software.amazon.awscdk.services.ec2.FlowLogTrafficType;
import software.amazon.awscdk.services.ec2.GatewayVpcEndpointAwsService;
import software.amazon.awscdk.services.ec2.GatewayVpcEndpointOptions;
import software.amazon.awscdk.services.ec2.ISubnet;
import software.amazon.awscdk.services.ec2.IpAddresses;
import software.amazon.awscdk.services.ec2.Peer;
import software.amazon.awscdk.services.ec2.Port;
import software.amazon.awscdk.services.ec2.SecurityGroup;
import software.amazon.awscdk.services.ec2.SubnetConfiguration;
import software.amazon.awscdk.services.ec2.SubnetType;
import software.amazon.awscdk.services.ec2.Vpc;
import software.amazon.awscdk.services.kms.IKey;
import software.constructs.Construct;

/**
 * Two zones: the load balancer in public subnets, tasks in private ones, the database in subnets
 * without any way out. Layers of images come through the gateway endpoint of S3, which costs
 * nothing; an interface endpoint for each other service would cost more than the NAT gateway that
 * is needed for any of them (docs/deployment.md has the sums).
 */
final class Network {
  private static final int ZONES = 2;

  private final Vpc vpc;
  private final SecurityGroup entrance;
  private final SecurityGroup tasks;
  private final SecurityGroup database;

  Network(Construct scope, Environment environment, IKey key) {
    vpc =
        Vpc.Builder.create(scope, "Network")
            .ipAddresses(IpAddresses.cidr(environment.network()))
            .maxAzs(ZONES)
            .natGateways(environment.natGateways())
            .subnetConfiguration(
                List.of(
                    subnets("public", SubnetType.PUBLIC),
                    subnets("tasks", SubnetType.PRIVATE_WITH_EGRESS),
                    subnets("database", SubnetType.PRIVATE_ISOLATED)))
            .build();
    vpc.addGatewayEndpoint(
        "S3", GatewayVpcEndpointOptions.builder().service(GatewayVpcEndpointAwsService.S3).build());
    vpc.addFlowLog(
        "Refused",
        FlowLogOptions.builder()
            .trafficType(FlowLogTrafficType.REJECT)
            .destination(
                FlowLogDestination.toCloudWatchLogs(
                    Logs.of(
                        scope,
                        "NetworkLog",
                        "/signup/%s/network".formatted(environment.name()),
                        key,
                        environment.logDays())))
            .build());
    entrance = group(scope, "EntranceGroup", "The load balancer");
    tasks = group(scope, "TasksGroup", "Tasks of the service");
    database = group(scope, "DatabaseGroup", "The database");
    connect();
  }

  private static SubnetConfiguration subnets(String name, SubnetType type) {
    return SubnetConfiguration.builder()
        .name(name)
        .subnetType(type)
        .cidrMask(24)
        .mapPublicIpOnLaunch(type == SubnetType.PUBLIC ? false : null)
        .build();
  }

  private SecurityGroup group(Construct scope, String id, String description) {
    return SecurityGroup.Builder.create(scope, id)
        .vpc(vpc)
        .description(description)
        .allowAllOutbound(false)
        .build();
  }

  private void connect() {
    entrance.addIngressRule(Peer.anyIpv4(), Port.tcp(Ports.HTTPS), "Everybody");
    entrance.addIngressRule(Peer.anyIpv4(), Port.tcp(Ports.HTTP), "Everybody, to be redirected");
    for (int port : List.of(Ports.PUBLIC, Ports.MANAGEMENT)) {
      entrance.addEgressRule(tasks, Port.tcp(port), "Requests and health checks");
      tasks.addIngressRule(entrance, Port.tcp(port), "Requests and health checks");
    }
    tasks.addEgressRule(
        Peer.anyIpv4(), Port.tcp(Ports.HTTPS), "AWS, and whoever signs operators in");
    tasks.addEgressRule(database, Port.tcp(Ports.DATABASE), "The database");
    database.addIngressRule(tasks, Port.tcp(Ports.DATABASE), "Tasks of the service");
  }

  Vpc vpc() {
    return vpc;
  }

  SecurityGroup entrance() {
    return entrance;
  }

  SecurityGroup tasks() {
    return tasks;
  }

  SecurityGroup database() {
    return database;
  }

  List<String> taskSubnets() {
    return vpc.getPrivateSubnets().stream().map(ISubnet::getSubnetId).toList();
  }

  /** Where the load balancer's addresses are from, as {@code TRUSTED_PROXIES} has them. */
  String proxies() {
    return String.join(
        ",", vpc.getPublicSubnets().stream().map(ISubnet::getIpv4CidrBlock).toList());
  }
}
