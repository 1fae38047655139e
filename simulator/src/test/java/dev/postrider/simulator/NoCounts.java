package dev.postrider.simulator;

import dev.postrider.chat.channel.Deliveries;
import dev.postrider.chat.message.Answer;
import dev.postrider.chat.message.Tally;

/** Where production counts. */
final class NoCounts implements Deliveries, Tally {
    @Override
    public void local(int reached) {}

    @Override
    public void channel(int reached) {}

    @Override
    public void answered(Answer answer) {}

    @Override
    public void known() {}

    @Override
    public void asked() {}

    @Override
    public void markLost() {}
}
