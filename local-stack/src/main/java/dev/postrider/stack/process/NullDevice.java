package dev.postrider.stack.process;

import java.io.File;

/** Where children read from: nothing, so that none of them waits for the terminal. */
final class NullDevice {
    static final File FILE = new File("/dev/null");

    private NullDevice() {}
}
