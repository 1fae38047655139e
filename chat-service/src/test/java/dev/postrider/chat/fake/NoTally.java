package dev.postrider.chat.fake;

import dev.postrider.chat.message.Answer;
import dev.postrider.chat.message.Tally;

/** Counts nothing. */
public final class NoTally implements Tally {
    @Override
    public void answered(Answer answer) {}

    @Override
    public void known() {}

    @Override
    public void asked() {}

    @Override
    public void markLost() {}
}
