package dev.postrider.chat.rest;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/** Many calls that begin in the same moment. */
final class AtOnce {
    private static final int ANSWER_SECONDS_MAX = 60;

    private AtOnce() {}

    /** One call for each; the answers in their order. */
    static <A, T> List<T> each(List<A> all, Function<A, T> call) {
        CountDownLatch ready = new CountDownLatch(all.size());
        try (ExecutorService threads = Executors.newFixedThreadPool(all.size())) {
            List<Future<T>> answers = all.stream()
                    .map(one -> threads.submit(() -> {
                        ready.countDown();
                        ready.await(ANSWER_SECONDS_MAX, TimeUnit.SECONDS);
                        return call.apply(one);
                    }))
                    .toList();
            return answers.stream().map(AtOnce::of).toList();
        }
    }

    private static <T> T of(Future<T> answer) {
        try {
            return answer.get(ANSWER_SECONDS_MAX, TimeUnit.SECONDS);
        } catch (Exception none) {
            throw new AssertionError("a call had no answer", none);
        }
    }
}
