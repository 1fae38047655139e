package dev.postrider.chat.draft;

import dev.postrider.contracts.rest.Draft;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A row of {@code draft}. */
@Entity
@Table(name = "draft")
@IdClass(DraftKey.class)
class DraftRow {
    @Id
    @Column(name = "user_id")
    String userId;

    @Id
    @Column(name = "conversation")
    String conversation;

    @Column(name = "body")
    String body;

    @Column(name = "reply_to")
    @Nullable
    Long replyTo;

    @Column(name = "thread")
    @Nullable
    Long thread;

    /** In milliseconds since 1970. */
    @Column(name = "changed_at")
    long changedAt;

    /** As in {@code GET /api/drafts}. */
    Draft toDraft() {
        return new Draft(conversation, body, replyTo, thread, Instant.ofEpochMilli(changedAt));
    }

    /** The send that would end it. */
    SentDraft asSent() {
        return new SentDraft(userId, conversation, thread);
    }
}
