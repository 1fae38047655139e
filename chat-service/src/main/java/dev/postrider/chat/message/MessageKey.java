package dev.postrider.chat.message;

import dev.postrider.contracts.frame.ClientFrame;

/** Names one act of one person, once and for ever. */
public record MessageKey(String userId, String conversation, String id) {
    static MessageKey of(String userId, ClientFrame.Numbered frame) {
        return new MessageKey(userId, frame.conversation(), frame.id());
    }
}
