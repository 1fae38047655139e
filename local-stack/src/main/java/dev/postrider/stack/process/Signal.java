package dev.postrider.stack.process;

import java.io.IOException;

/** Signals the JDK has no method for. */
enum Signal {
    STOP,
    CONT;

    /** A process that is gone meanwhile is no error. */
    void send(long pid) {
        try {
            new ProcessBuilder("kill", "-" + name(), Long.toString(pid))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
        } catch (IOException failed) {
            throw new IllegalStateException("cannot run kill", failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
