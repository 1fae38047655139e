package dev.postrider.stack.settings;

/** A setting that cannot be used; the message is for people and names key and mend. */
public final class SettingsException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public SettingsException(String message) {
        super(message);
    }
}
