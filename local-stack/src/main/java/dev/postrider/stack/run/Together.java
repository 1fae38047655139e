package dev.postrider.stack.run;

import java.util.List;
import java.util.function.Consumer;

/** The same done to several things at once, each on a thread of its own. */
final class Together {
    private Together() {}

    /** Returns when all are done; an interrupt is kept and does not cut it short. */
    static <T> void forEach(List<T> things, Consumer<T> deed) {
        List<Thread> threads = things.stream()
                .map(thing -> Thread.ofPlatform().start(() -> deed.accept(thing)))
                .toList();
        boolean interrupted = false;
        for (Thread thread : threads) {
            while (thread.isAlive()) {
                try {
                    thread.join();
                } catch (InterruptedException again) {
                    interrupted = true;
                }
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
