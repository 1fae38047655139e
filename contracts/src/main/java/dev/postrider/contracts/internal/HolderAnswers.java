package dev.postrider.contracts.internal;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** One answer for each of {@link HolderQueries}, in their order. */
public record HolderAnswers(List<Answer> answers) {
    /**
     * @param read history has read beyond what was asked for; where it has not, ask again
     * @param holder the lowest record that carries the id, where there is one and it counts
     */
    public record Answer(boolean read, @Nullable Holder holder) {
        public static final Answer UNREAD = new Answer(false, null);
    }
}
