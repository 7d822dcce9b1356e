# Two images: service, the last stage, is what is deployed; stand-in is what compose.yaml starts
# beside it instead of AWS. Why it is made so: docs/decisions/0022-image.md
ARG BUILD_IMAGE=public.ecr.aws/docker/library/maven:3.9-eclipse-temurin-25
ARG RUNTIME_IMAGE=public.ecr.aws/docker/library/debian:bookworm-slim

FROM ${BUILD_IMAGE} AS build
ARG MAVEN_OPTIONS=""
# The time of the commit, which is also the time of every file that is made here.
ARG CREATED=2026-01-01T00:00:00Z
WORKDIR /source
COPY . .
# Where the builder keeps a cache, Maven finds in it what an earlier build fetched.
RUN --mount=type=cache,target=/root/.m2/repository \
    mvn -B -ntp ${MAVEN_OPTIONS} -pl local,service -Dmaven.test.skip=true -Dspotless.check.skip=true package
# What jdeps finds; and by reflection: jdk.localedata for dates in French, jdk.net for options of
# sockets, jdk.zipfs for resources in jars, jdk.jfr for recordings of a running service.
RUN "${JAVA_HOME}/bin/jlink" --output /opt/java/runtime \
    --add-modules java.base,java.logging,java.management,java.naming,java.security.jgss,java.sql,java.transaction.xa,java.xml,jdk.jfr,jdk.localedata,jdk.management,jdk.net,jdk.unsupported,jdk.zipfs \
    --include-locales=en,fr --strip-java-debug-attributes --no-header-files --no-man-pages --compress=zip-6
# The cache holds for this very runtime, these paths and these times.
RUN cp -r service/target/quarkus-app /app && rm -f /app/app.aot \
    && chmod -R a+rX,go-w /app /opt/java/runtime \
    && find /app /opt/java/runtime -exec touch -h -d "${CREATED}" {} + \
    && "${JAVA_HOME}/bin/java" -cp "local/target/signup-local-1.0.0-SNAPSHOT.jar:local/target/lib/*" \
       com.ecom.signup.local.Training /app /opt/java/runtime \
    && chmod a+r /app/app.aot && touch -d "${CREATED}" /app/app.aot /app

FROM ${BUILD_IMAGE} AS stand-in
COPY ops/healthy /usr/local/bin/
COPY --from=build /source/local/target/signup-local-1.0.0-SNAPSHOT.jar /source/local/target/lib/jackson-*.jar /stand-in/
USER 10001:10001
EXPOSE 8003
HEALTHCHECK --interval=10s --timeout=5s --start-period=30s CMD ["healthy", "8003", "/local"]
ENTRYPOINT ["java", "-XX:+UseSerialGC", "-Xmx64m", "-XX:+PerfDisableSharedMem", "-cp", "/stand-in/*", "com.ecom.signup.local.StandIn"]

FROM ${RUNTIME_IMAGE} AS service
ARG CREATED=2026-01-01T00:00:00Z
ARG REVISION=unknown
ARG SOURCE=""
LABEL org.opencontainers.image.title="Registration service" \
      org.opencontainers.image.description="Registers customers of the e-commerce platform and announces them" \
      org.opencontainers.image.source="${SOURCE}" \
      org.opencontainers.image.revision="${REVISION}" \
      org.opencontainers.image.created="${CREATED}"
COPY --from=build /opt/java/runtime /opt/java/runtime
COPY --from=build /app /app
COPY ops/healthy /usr/local/bin/
USER 10001:10001
EXPOSE 8001 8002
HEALTHCHECK --interval=10s --timeout=5s --start-period=60s --retries=3 CMD ["healthy"]
ENTRYPOINT ["/opt/java/runtime/bin/java", "@/app/jvm.options", "-XX:AOTCache=/app/app.aot", "-XX:+PerfDisableSharedMem", "-jar", "/app/quarkus-run.jar"]
