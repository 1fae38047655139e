package dev.postrider.chat.draft;

import java.io.Serializable;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Whose draft for which conversation: there is at most one. */
public class DraftKey implements Serializable {
    private static final long serialVersionUID = 1L;

    @Nullable
    String userId;

    @Nullable
    String conversation;

    /** For Hibernate. */
    public DraftKey() {}

    DraftKey(String userId, String conversation) {
        this.userId = userId;
        this.conversation = conversation;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof DraftKey key
                && Objects.equals(userId, key.userId)
                && Objects.equals(conversation, key.conversation);
    }

    @Override
    public int hashCode() {
        return Objects.hash(userId, conversation);
    }
}
