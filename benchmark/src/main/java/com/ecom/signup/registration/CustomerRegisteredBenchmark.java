package com.ecom.signup.registration;

import com.ecom.signup.customer.CustomerDetails;
import com.ecom.signup.customer.CustomerForm;
import com.ecom.signup.customer.Validation;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** What an event costs to write. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class CustomerRegisteredBenchmark {

  // Not final: what is constant, the compiler would compute once.
  private UUID id = UUID.fromString("01a20aa5-0fba-7547-9ebe-d15afe0ef8b5");
  private CustomerDetails details = details();

  private static CustomerDetails details() {
    CustomerForm form =
        new CustomerForm(
            "Asha", "Patel", "asha@example.com", "416-555-0123", "ON", "Toronto", "M5V 2T6", null);
    return switch (form.validate()) {
      case Validation.Accepted accepted -> accepted.details();
      case Validation.Refused refused ->
          throw new IllegalStateException("the form is good, but broke " + refused.violations());
    };
  }

  /** The whole body. */
  @Benchmark
  public Object writing() {
    return CustomerRegistered.of(id, details, List.of(), null).body();
  }
}
