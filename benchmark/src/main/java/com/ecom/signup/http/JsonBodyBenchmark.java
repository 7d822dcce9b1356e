package com.ecom.signup.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** What a registration's body costs to read. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class JsonBodyBenchmark {

  // Not final: what is constant, the compiler would compute once.
  private byte[] body =
      """
      {"first_name":"Asha","last_name":"Patel","email_id":"asha@example.com",\
      "phone":"416-555-0123","province":"Ontario","city":"Toronto","postalcode":"M5V 2T6"}\
      """
          .getBytes(UTF_8);

  /** All members, as text. */
  @Benchmark
  public Object reading() {
    return JsonBody.read(body);
  }
}
