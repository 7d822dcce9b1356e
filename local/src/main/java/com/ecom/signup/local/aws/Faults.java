package com.ecom.signup.local.aws;

import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which requests go wrong next. */
final class Faults {

  private final Map<Service, Plan> plans = new EnumMap<>(Service.class);

  synchronized void plan(Service service, long requests, Fault fault) {
    plans.put(service, new Plan(fault, requests));
  }

  synchronized void recover() {
    plans.clear();
  }

  /** The fault for this request, or null when it shall be served as usual. */
  synchronized @Nullable Fault next(Service service) {
    Plan plan = plans.get(service);
    if (plan == null || plan.requests() == 0) {
      return null;
    }
    plans.put(service, new Plan(plan.fault(), plan.requests() - 1));
    return plan.fault();
  }

  private record Plan(Fault fault, long requests) {}
}
