package dev.postrider.simulator;

/** Whose tokens a device shows: after a sign-in has ended, those of the next one. */
final class SignIn {
    private final Auth auth;
    private final String device;
    private final String user;
    private int number;
    private boolean stolen;

    SignIn(Auth auth, String device, String user) {
        this.auth = auth;
        this.device = device;
        this.user = user;
    }

    String name() {
        return device + "/" + number;
    }

    void end() {
        auth.end(name(), user);
    }

    /** Somebody has its token, and goes on showing it after the sign-in has ended. */
    void steal() {
        stolen = true;
        end();
    }

    /** The device was told that it is over: whoever may, signs in anew. */
    void over() {
        number += stolen ? 0 : 1;
    }
}
