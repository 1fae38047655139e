package dev.postrider.stack.run;

import dev.postrider.stack.part.Part;
import dev.postrider.stack.part.Part.PortUse;
import dev.postrider.stack.server.FreePorts;
import dev.postrider.stack.settings.SettingsException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Looks at every port before anything starts: a taken one is named with the part that needs it and the mend. */
public final class PortCheck {
    private PortCheck() {}

    /** @throws SettingsException where a port is taken, or wanted twice */
    public static void check(List<Part> parts) {
        Map<Integer, String> wanted = new HashMap<>();
        for (Part part : parts) {
            for (PortUse use : part.ports()) {
                String other = wanted.put(use.port(), part.name());
                if (other != null) {
                    throw new SettingsException("Port %d is wanted by %s and %s: %s."
                            .formatted(use.port(), other, part.name(), use.change()));
                }
                if (!FreePorts.isFree("127.0.0.1", use.port())) {
                    throw new SettingsException("Port %d, which %s needs, is taken by another program: %s."
                            .formatted(use.port(), part.name(), use.change()));
                }
            }
        }
    }
}
