package dev.postrider.stack.screen;

import java.io.Console;

/** Colour where a person looks, none elsewhere. */
public record Style(boolean terminal) {

    /** {@code POSTRIDER_TERMINAL} (0 or 1) decides, else whether this is a terminal; {@code NO_COLOR} is honoured. */
    public static Style ofThisTerminal() {
        String forced = System.getenv("POSTRIDER_TERMINAL");
        String noColor = System.getenv("NO_COLOR");
        Console console = System.console();
        boolean looking = forced == null ? console != null && console.isTerminal() : forced.equals("1");
        return new Style(looking && (noColor == null || noColor.isEmpty()));
    }

    public String good(String text) {
        return in("32", text);
    }

    public String bad(String text) {
        return in("31", text);
    }

    public String warning(String text) {
        return in("33", text);
    }

    public String strong(String text) {
        return in("1", text);
    }

    public String link(String text) {
        return in("1;36", text);
    }

    public String faint(String text) {
        return in("2", text);
    }

    private String in(String code, String text) {
        return terminal ? "\u001b[" + code + "m" + text + "\u001b[0m" : text;
    }
}
