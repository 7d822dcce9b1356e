package com.ecom.signup.aws;

import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttribute;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.http.ContentStreamProvider;
import software.amazon.awssdk.http.SdkHttpFullRequest;
import software.amazon.awssdk.http.SdkHttpRequest;

/**
 * Sends a form that is there already in place of the parameters that the SDK made of its model. All
 * else stays the SDK's: credentials, signature, retries, time limits, and the answer.
 */
final class ReadyForm implements ExecutionInterceptor {
  /** The form; a call without one is sent as the SDK made it. */
  static final ExecutionAttribute<byte[]> BYTES = new ExecutionAttribute<>("ReadyForm");

  @Override
  public SdkHttpRequest modifyHttpRequest(
      Context.ModifyHttpRequest context, ExecutionAttributes attributes) {
    byte[] form = attributes.getAttribute(BYTES);
    if (form == null || !(context.httpRequest() instanceof SdkHttpFullRequest request)) {
      return context.httpRequest();
    }
    return request.toBuilder()
        .clearQueryParameters()
        .putHeader("Content-Type", "application/x-www-form-urlencoded; charset=utf-8")
        .putHeader("Content-Length", String.valueOf(form.length))
        .contentStreamProvider(ContentStreamProvider.fromByteArrayUnsafe(form))
        .build();
  }
}
