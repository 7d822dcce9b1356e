package com.ecom.signup.http;

import com.ecom.signup.confirmation.Numbers;
import com.ecom.signup.customer.CustomerDetails;
import com.ecom.signup.page.Frame;
import com.ecom.signup.page.Pages;
import com.ecom.signup.template.Language;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.util.UUID;

/**
 * What comes after the form. Where the address is to be confirmed, everybody is answered 202 and
 * told where to look, whatever is known of the address: nothing is asked of the database for that.
 */
@Singleton
final class NextPage {
  private final Pages pages;
  private final Intake intake;
  private final Numbers numbers;

  NextPage(Pages pages, Intake intake, Numbers numbers) {
    this.pages = pages;
    this.intake = intake;
    this.numbers = numbers;
  }

  /**
   * Shows it.
   *
   * @param id of the registration that was made, or seems to be
   */
  void show(RoutingContext context, Language language, CustomerDetails details, UUID id) {
    if (intake.confirms()) {
      Frame frame = Frame.of(language, WaitingView.PATH);
      String address = details.email().address();
      pages.show(context, 202, new WaitingView(frame, address, numbers.of(id), "", false));
    } else {
      Answers.seeOther(context.request(), "/welcome");
    }
  }
}
