package dev.postrider.base.start;

import java.util.List;
import java.util.stream.Collectors;

/** Production was to start on settings that are unsafe; the message names each, a line each. */
public final class UnsafeStartException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public UnsafeStartException(List<Unsafe> broken) {
        super(broken.stream()
                .map(Unsafe::message)
                .collect(Collectors.joining("\n  ", "Not started, because in production this is unsafe:\n  ", "")));
    }
}
