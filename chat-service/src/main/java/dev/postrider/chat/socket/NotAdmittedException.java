package dev.postrider.chat.socket;

/** What was shown does not open, or carry on, this socket. Carries no stack trace: it is an answer. */
final class NotAdmittedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NotAdmittedException(String why) {
        super(why, null, false, false);
    }
}
