package dev.postrider.base.start;

/**
 * A setting that production does not start on.
 *
 * @param property its name, as one sets it
 * @param why what is wrong with it; never its value, which may be a secret
 */
public record Unsafe(String property, String why) {
    /** Where each property that can be refused is described. */
    public static final String PAGE = "docs/operations.md#before-production";

    /** For the log of whoever tries to start it. */
    public String message() {
        return "%s %s. See %s".formatted(property, why, PAGE);
    }
}
