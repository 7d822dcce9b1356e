package com.ecom.signup.clients;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.ecom.signup.client.ApiClient;
import com.ecom.signup.client.ApiException;
import com.ecom.signup.client.ApiResponse;
import com.ecom.signup.client.CustomersApi;
import com.ecom.signup.client.ImportsApi;
import com.ecom.signup.client.LookUpApi;
import com.ecom.signup.client.RegistrationApi;
import com.ecom.signup.client.SupportApi;
import com.ecom.signup.client.model.CreatedCustomer;
import com.ecom.signup.client.model.Customer;
import com.ecom.signup.client.model.CustomerEmail;
import com.ecom.signup.client.model.CustomerPage;
import com.ecom.signup.client.model.CustomerPatch;
import com.ecom.signup.client.model.CustomerSearch;
import com.ecom.signup.client.model.Customerdetails;
import com.ecom.signup.client.model.CustomersFound;
import com.ecom.signup.client.model.Erasure;
import com.ecom.signup.client.model.HTTPValidationError;
import com.ecom.signup.client.model.Invalid;
import com.ecom.signup.client.model.LookUpAnswer;
import com.ecom.signup.client.model.NewCustomer;
import com.ecom.signup.client.model.Problem;
import com.ecom.signup.client.model.RegistrationAnswer;
import com.ecom.signup.client.model.Rehearsal;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The client that is generated in Java, against the packaged service. */
final class JavaClientIT {
  private static final String REASON = "case 4711";

  private static LocalService service;
  private static ApiClient anybody;
  private static ApiClient operator;

  @BeforeAll
  static void start(@TempDir Path folder) {
    service = LocalService.start(folder);
    anybody = client();
    String token = "Bearer " + service.operatorToken();
    operator = client().setRequestInterceptor(request -> request.header("Authorization", token));
  }

  private static ApiClient client() {
    ApiClient client = new ApiClient();
    client.updateBaseUri(service.url());
    return client;
  }

  @AfterAll
  static void stop() {
    service.close();
  }

  private static NewCustomer aCustomer(String email) {
    return new NewCustomer()
        .firstName("Asha")
        .lastName("Patel")
        .email(email)
        .phone("416-555-0123")
        .province("Ontario")
        .city("Toronto")
        .postalCode("m5v2t6");
  }

  private static UUID register(String email) throws ApiException {
    return new CustomersApi(anybody).registerCustomer(aCustomer(email), null).getId();
  }

  private static ApiException refused(ThrowingCallable call) {
    return Objects.requireNonNull(catchThrowableOfType(ApiException.class, call), "not refused");
  }

  private static <T> T body(ApiException refused, Class<T> type) throws IOException {
    return anybody.getObjectMapper().readValue(refused.getResponseBody(), type);
  }

  private static String etag(ApiResponse<?> response) {
    return response.getHeaders().getOrDefault("etag", List.of()).getFirst();
  }

  @Test
  void registersACustomerOnceHoweverOftenTheRequestIsSent() throws ApiException {
    CustomersApi customers = new CustomersApi(anybody);
    String key = "\"%s\"".formatted(UUID.randomUUID());

    ApiResponse<CreatedCustomer> first =
        customers.registerCustomerWithHttpInfo(aCustomer("first@example.com"), key);
    ApiResponse<CreatedCustomer> again =
        customers.registerCustomerWithHttpInfo(aCustomer("first@example.com"), key);

    assertThat(first.getStatusCode()).isEqualTo(201);
    assertThat(first.getData().getStatus()).isEqualTo(CreatedCustomer.StatusEnum.ACTIVE);
    assertThat(first.getData().getRegisteredAt()).isNotNull();
    assertThat(first.getHeaders().get("location"))
        .containsExactly("/v1/customers/" + first.getData().getId());
    assertThat(again.getData()).isEqualTo(first.getData());
  }

  @Test
  void tellsByAProblemThatTheAddressIsRegistered() throws Exception {
    register("taken@example.com");

    ApiException refused = refused(() -> register("TAKEN@example.com"));
    Problem problem = body(refused, Problem.class);

    assertThat(refused.getCode()).isEqualTo(409);
    assertThat(problem.getType()).isEqualTo("/problems/address-registered");
    assertThat(problem.getCode()).isEqualTo(Problem.CodeEnum.ADDRESS_REGISTERED);
    assertThat(problem.getStatus()).isEqualTo(409);
    assertThat(problem.getErrors()).isNullOrEmpty();
  }

  @Test
  void tellsEveryValueThatIsWrong() throws Exception {
    NewCustomer wrong = aCustomer("nobody").phone("1").city(" ");

    ApiException refused = refused(() -> new CustomersApi(anybody).registerCustomer(wrong, null));
    Problem problem = body(refused, Problem.class);

    assertThat(refused.getCode()).isEqualTo(422);
    assertThat(problem.getCode()).isEqualTo(Problem.CodeEnum.VALIDATION_FAILED);
    assertThat(problem.getErrors())
        .extracting(Invalid::getPointer)
        .containsExactlyInAnyOrder("#/email", "#/phone", "#/city");
    assertThat(problem.getErrors())
        .allSatisfy(error -> assertThat(error.getCode()).isNotBlank())
        .allSatisfy(error -> assertThat(error.getDetail()).isNotBlank());
  }

  @Test
  void takesWordsThatALaterVersionMayAdd() throws IOException {
    Problem problem =
        anybody
            .getObjectMapper()
            .readValue("{\"code\": \"of-a-later-version\", \"more\": 1}", Problem.class);

    assertThat(problem.getCode()).isEqualTo(Problem.CodeEnum.UNKNOWN_DEFAULT_OPEN_API);
  }

  /** Of two kinds of success, the generator reads both as the first. */
  @Test
  void takesARegistrationThatIsToBeConfirmedForNoActiveOne() throws IOException {
    CreatedCustomer read =
        anybody
            .getObjectMapper()
            .readValue("{\"status\": \"unconfirmed\", \"number\": \"42\"}", CreatedCustomer.class);

    assertThat(read.getStatus()).isEqualTo(CreatedCustomer.StatusEnum.UNKNOWN_DEFAULT_OPEN_API);
  }

  @Test
  void registersAndLooksUpByTheOldRoutes() throws Exception {
    Customerdetails details =
        new Customerdetails()
            .firstName("Asha")
            .lastName("Patel")
            .emailId("old@example.com")
            .phone("416-555-0123")
            .province("ON")
            .city("Toronto")
            .postalcode("M5V 2T6");
    RegistrationApi registration = new RegistrationApi(anybody);
    LookUpApi lookUp = new LookUpApi(anybody);
    CustomerEmail old = new CustomerEmail().emailId("old@example.com");

    assertThat(lookUp.verifyRegistration(old)).isEqualTo(LookUpAnswer.USER_DOES_NOT_EXIST);
    assertThat(registration.customerRegistrationCustomerRegistrationPost(details))
        .isEqualTo(RegistrationAnswer.REGISTRATION_IS_SUCCESSFULL);
    assertThat(lookUp.verifyRegistrationVerifyRegistratrationPost(old))
        .isEqualTo(LookUpAnswer.USER_EXIST_YOU_MAY_LOGIN);

    ApiException refused =
        refused(() -> lookUp.verifyRegistration(new CustomerEmail().emailId("nobody")));
    HTTPValidationError errors = body(refused, HTTPValidationError.class);
    assertThat(refused.getCode()).isEqualTo(422);
    assertThat(errors.getDetail())
        .singleElement()
        .satisfies(
            error -> {
              assertThat(error.getType()).isEqualTo("value_error.email");
              assertThat(error.getLoc())
                  .extracting(at -> at.getActualInstance())
                  .containsExactly("body", "email_id");
            });
  }

  /** What a page goes on from, of the reference to the next one. */
  private static String after(String next) {
    return URLDecoder.decode(next.replaceFirst(".*[?&]after=([^&]*).*", "$1"), UTF_8);
  }

  @Test
  void listsCustomersPageByPage() throws ApiException {
    OffsetDateTime from = OffsetDateTime.now(ZoneOffset.ofHours(5)).minusDays(1);
    List<UUID> registered = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      registered.add(register("page%d@example.com".formatted(i)));
    }
    SupportApi support = new SupportApi(operator);

    List<UUID> listed = new ArrayList<>();
    @Nullable String after = null;
    do {
      CustomerPage page = support.listCustomers(REASON, "active", from, null, after, 2);
      page.getCustomers().forEach(customer -> listed.add(customer.getId()));
      after = page.getNext() == null ? null : after(page.getNext());
    } while (after != null);

    assertThat(listed).containsSubsequence(registered).doesNotHaveDuplicates();
    assertThat(support.listCustomers(REASON, null, null, from, null, null).getCustomers())
        .isEmpty();
  }

  @Test
  void findsACustomerByTheAddress() throws ApiException {
    UUID id = register("found@example.com");

    CustomersFound found =
        new SupportApi(operator).findCustomers(REASON, new CustomerSearch().email("found@"));

    assertThat(found.getMatch()).isEqualTo(CustomersFound.MatchEnum.BEGINNING);
    assertThat(found.getCustomers())
        .singleElement()
        .satisfies(
            customer -> {
              assertThat(customer.getId()).isEqualTo(id);
              assertThat(customer.getPhone()).isEqualTo("+14165550123");
              assertThat(customer.getPostalCode()).isEqualTo("M5V 2T6");
            });
  }

  @Test
  void correctsTheVersionThatWasLookedAtAndNoOther() throws Exception {
    UUID id = register("corrected@example.com");
    CustomersApi customers = new CustomersApi(operator);
    SupportApi support = new SupportApi(operator);
    String seen = etag(customers.showCustomerWithHttpInfo(id, REASON, null));

    ApiResponse<Customer> corrected =
        support.correctCustomerWithHttpInfo(
            id, seen, new CustomerPatch().city("Ottawa").country(null), REASON);

    assertThat(corrected.getData().getCity()).isEqualTo("Ottawa");
    assertThat(corrected.getData().getLastName()).isEqualTo("Patel");
    assertThat(etag(corrected)).isNotEqualTo(seen);
    assertThat(customers.showCustomer(id, REASON, null)).isEqualTo(corrected.getData());

    ApiException stale =
        refused(() -> support.correctCustomer(id, seen, new CustomerPatch().city("Hull"), null));
    assertThat(stale.getCode()).isEqualTo(412);
    assertThat(body(stale, Problem.class).getCode()).isEqualTo(Problem.CodeEnum.CUSTOMER_CHANGED);

    ApiException removed =
        refused(
            () ->
                support.correctCustomer(id, etag(corrected), new CustomerPatch().city(null), null));
    assertThat(body(removed, Problem.class).getErrors())
        .extracting(Invalid::getPointer)
        .containsExactly("#/city");
  }

  @Test
  void exportsAllCustomersAsAFileAndOneByKinds() throws Exception {
    UUID id = register("exported@example.com");
    CustomersApi customers = new CustomersApi(operator);

    Path file = customers.exportCustomers(REASON, null).toPath();
    assertThat(Files.readAllLines(file))
        .allSatisfy(line -> assertThat(line).startsWith("{").endsWith("}"))
        .anySatisfy(line -> assertThat(line).contains("exported@example.com"));

    assertThat(customers.exportCustomer(id, REASON).get("customer"))
        .singleElement()
        .satisfies(values -> assertThat(values).containsEntry("email", "exported@example.com"));
  }

  @Test
  void rehearsesAnImport() throws ApiException {
    String file =
        """
        first_name,last_name,email,phone,province,city,postal_code
        Asha,Patel,imported@example.com,416-555-0123,ON,Toronto,M5V 2T6
        Asha,Patel,nobody,416-555-0123,ON,Toronto,M5V 2T6
        """;

    Rehearsal rehearsal =
        new ImportsApi(operator).importCustomers(file, null, true, null, null, null);

    assertThat(rehearsal.getAdded()).isEqualTo(1);
    assertThat(rehearsal.getRefusals())
        .singleElement()
        .satisfies(
            row -> {
              assertThat(row.getLine()).isEqualTo(3);
              assertThat(row.getErrors().getFirst().getField()).isEqualTo("email");
            });
  }

  @Test
  void triesAnErasureBeforeItIsDone() throws ApiException {
    UUID id = register("erased@example.com");
    SupportApi support = new SupportApi(operator);
    LookUpApi lookUp = new LookUpApi(anybody);
    CustomerEmail email = new CustomerEmail().emailId("erased@example.com");

    Erasure trial = support.eraseCustomer(id, true, REASON);
    assertThat(trial.getDryRun()).isTrue();
    assertThat(trial.getId()).isNull();
    assertThat(trial.getRemoved()).containsEntry("customers", 1);
    assertThat(lookUp.verifyRegistration(email)).isEqualTo(LookUpAnswer.USER_EXIST_YOU_MAY_LOGIN);

    Erasure receipt = support.eraseCustomer(id, null, REASON);
    assertThat(receipt.getDryRun()).isFalse();
    assertThat(support.showErasure(Objects.requireNonNull(receipt.getId()))).isEqualTo(receipt);
    assertThat(lookUp.verifyRegistration(email)).isEqualTo(LookUpAnswer.USER_DOES_NOT_EXIST);
  }

  @Test
  void whoIsNoOperatorIsTold() throws Exception {
    ApiException refused =
        refused(() -> new CustomersApi(anybody).showCustomer(UUID.randomUUID(), REASON, null));

    assertThat(refused.getCode()).isEqualTo(401);
    assertThat(body(refused, Problem.class).getType())
        .isEqualTo("/problems/operator-token-required");
  }
}
