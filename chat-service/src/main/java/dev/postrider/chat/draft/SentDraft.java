package dev.postrider.chat.draft;

import org.jspecify.annotations.Nullable;

/** A send that was accepted, and so ends the sender's draft in that conversation and thread. */
record SentDraft(String user, String conversation, @Nullable Long thread) {}
