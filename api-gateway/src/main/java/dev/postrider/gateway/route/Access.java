package dev.postrider.gateway.route;

/** Whether a call needs a good access token before anything behind the gateway hears of it. */
public enum Access {
    OPEN,
    TOKEN
}
