package dev.postrider.chat.node;

import dev.postrider.chat.ChatConfig;
import dev.postrider.chat.channel.Fanout;
import dev.postrider.chat.limit.Rates;
import dev.postrider.chat.message.Acceptor;
import dev.postrider.chat.message.Aftermath;
import dev.postrider.chat.message.AgreedWindow;
import dev.postrider.chat.message.Checks;
import dev.postrider.chat.message.PeerHolders;
import dev.postrider.chat.message.Tally;
import dev.postrider.chat.message.UnknownAppends;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** What the acceptor needs of the outside, as it is in a running node. */
@Singleton
class PortBeans {
    private final AgreedWindow shared;
    private final Rates rates;
    private final Checks checks;
    private final PeerHolders holders;
    private final Aftermath aftermath;

    PortBeans(AgreedWindow shared, Rates rates, Checks checks, PeerHolders holders, Aftermath aftermath) {
        this.shared = shared;
        this.rates = rates;
        this.checks = checks;
        this.holders = holders;
        this.aftermath = aftermath;
    }

    @Produces
    @Singleton
    Acceptor.Ports ports(UnknownAppends journal, Fanout fanout, Tally tally, ChatConfig config) {
        return new Acceptor.Ports(
                shared,
                rates,
                checks,
                journal,
                holders,
                fanout,
                aftermath,
                tally,
                config.journal().inFlightMax());
    }
}
