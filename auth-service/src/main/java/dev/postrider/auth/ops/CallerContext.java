package dev.postrider.auth.ops;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.util.concurrent.Executor;

/** Brings an answer back to where the call came from, so that a database session may be opened after it. */
public final class CallerContext {
    private CallerContext() {}

    /** Runs things on the Vert.x context that is current now; at once where there is none. */
    public static Executor current() {
        Context context = Vertx.currentContext();
        return context == null ? Runnable::run : run -> context.runOnContext(ignored -> run.run());
    }
}
