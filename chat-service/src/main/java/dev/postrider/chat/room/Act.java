package dev.postrider.chat.room;

/** What people do to a conversation's messages. */
public enum Act {
    SEND,
    SEND_TO_EVERYONE,
    EDIT,
    EDIT_OTHERS,
    DELETE,
    DELETE_OTHERS,
    REACT,
    PIN
}
