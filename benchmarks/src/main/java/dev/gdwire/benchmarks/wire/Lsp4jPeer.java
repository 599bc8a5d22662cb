package dev.gdwire.benchmarks.wire;

import dev.gdwire.benchmarks.samples.Medium;
import dev.gdwire.benchmarks.samples.MediumRequest;
import dev.gdwire.benchmarks.samples.Small;
import dev.gdwire.benchmarks.samples.SmallRequest;
import java.util.concurrent.CompletableFuture;
import org.eclipse.lsp4j.jsonrpc.services.JsonNotification;
import org.eclipse.lsp4j.jsonrpc.services.JsonRequest;

/** What can be sent and asked by JSON-RPC. */
public interface Lsp4jPeer {
    /** A small message. */
    @JsonNotification("small")
    default void small(Small message) {
        throw new UnsupportedOperationException();
    }

    /** A medium message. */
    @JsonNotification("medium")
    default void medium(Medium message) {
        throw new UnsupportedOperationException();
    }

    /** A small request. */
    @JsonRequest("small_request")
    default CompletableFuture<Small> smallRequest(SmallRequest request) {
        throw new UnsupportedOperationException();
    }

    /** A medium request. */
    @JsonRequest("medium_request")
    default CompletableFuture<Medium> mediumRequest(MediumRequest request) {
        throw new UnsupportedOperationException();
    }
}
