package dev.postrider.stack;

import dev.postrider.stack.screen.Style;
import dev.postrider.stack.settings.Setting;
import java.io.PrintStream;

/** Asks auth-service for a new signing key; tokens of the old one stay good to their end. */
final class RotateKeys {
    private RotateKeys() {}

    static int run(Arguments arguments, PrintStream out, Style style) {
        String answer = ManagementCall.to("auth-service", Setting.AUTH_MANAGEMENT_PORT, "/q/keys/rotate", arguments)
                .post();
        out.println("  " + style.good("✓") + " " + answer);
        return 0;
    }
}
