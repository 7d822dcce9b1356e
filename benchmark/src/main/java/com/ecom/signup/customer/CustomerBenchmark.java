package com.ecom.signup.customer;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** What a form costs to validate, whole and by its dearest fields. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class CustomerBenchmark {

  // Not final: what is constant, the compiler would compute once.
  private CustomerForm form =
      new CustomerForm(
          "Asha",
          "Patel",
          "Asha@Example.com",
          "416-555-0123",
          "Ontario",
          "Toronto",
          "m5v2t6",
          null);
  private String ascii = "Asha.Patel@Example.com";
  private String international = "élodie.gagné@québec.example";
  private String phone = "416-555-0123";

  /** Every rule of a registration. */
  @Benchmark
  public Object validation() {
    return form.validate();
  }

  /** The canonical key of an address as most are. */
  @Benchmark
  public Object asciiAddress() {
    return EmailAddress.parse(ascii);
  }

  /** The canonical key of an address that needs Unicode's rules. */
  @Benchmark
  public Object internationalAddress() {
    return EmailAddress.parse(international);
  }

  /** A phone number without its country's code. */
  @Benchmark
  public Object phoneNumber() {
    return PhoneNumber.parse(phone, "CA");
  }
}
