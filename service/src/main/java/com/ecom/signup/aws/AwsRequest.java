package com.ecom.signup.aws;

import java.util.Map;

/**
 * What a service of AWS is asked.
 *
 * @param path below the endpoint, with a slash at its beginning
 * @param headers besides those that its protocol always has
 */
record AwsRequest(String path, Map<String, String> headers, String body) {}
