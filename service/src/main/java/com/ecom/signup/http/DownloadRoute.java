package com.ecom.signup.http;

import com.ecom.signup.access.Permission;
import io.vertx.core.Handler;
import io.vertx.core.WorkerExecutor;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A route for operators that answers with a file of any size. Each part is sent before the next is
 * made; where that fails in the middle, the connection is cut, so that nobody takes what there is
 * for all.
 */
record DownloadRoute(Operators operators, Permission permission, Operation operation)
    implements Handler<RoutingContext> {
  private static final long SECONDS_FOR_A_PART = 60;

  /** What the route gives. */
  @FunctionalInterface
  interface Operation {
    /**
     * Finds the file.
     *
     * @throws Refusal to answer with a problem
     */
    Download on(OperatorCall call);
  }

  @Override
  public void handle(RoutingContext context) {
    OperatorRoute.admit(operators, permission, context, this::carryOut);
  }

  private void carryOut(OperatorCall call) {
    HttpServerRequest request = call.context().request();
    BodyReader.drop(request);
    send(operators.carriers(call.context().vertx()), request, () -> operation.on(call));
  }

  /** Finds a file and sends it, on threads that may wait for as long as that takes. */
  static void send(WorkerExecutor carriers, HttpServerRequest request, Callable<Download> file) {
    carriers
        .<Boolean>executeBlocking(
            () -> {
              send(request.response(), file.call());
              return true;
            },
            false)
        .onFailure(failure -> refuse(request, failure));
  }

  private static void send(HttpServerResponse response, Download download) {
    response
        .setChunked(true)
        .putHeader(HttpHeaders.CONTENT_TYPE, download.mediaType() + "; charset=utf-8")
        .putHeader(
            "content-disposition", "attachment; filename=\"%s\"".formatted(download.fileName()));
    download
        .writing()
        .to(
            part -> {
              if (!part.isEmpty()) {
                await(response, part);
              }
            });
    response.end();
  }

  private static void await(HttpServerResponse response, String part) {
    try {
      response
          .write(part)
          .toCompletionStage()
          .toCompletableFuture()
          .get(SECONDS_FOR_A_PART, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("the service stops", e);
    } catch (ExecutionException | TimeoutException e) {
      throw new IllegalStateException("the client is gone, or takes nothing", e);
    }
  }

  private static void refuse(HttpServerRequest request, Throwable failure) {
    if (request.response().headWritten()) {
      request.connection().close();
    } else {
      request.response().setChunked(false);
      OperatorRoute.refuse(request, failure);
    }
  }
}
