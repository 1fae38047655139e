package dev.postrider.bench.peer;

import dev.postrider.bench.load.MessageTag;
import dev.postrider.bench.load.Wire;
import java.util.ArrayList;
import java.util.List;

/** A wire that only writes down what is said on it and what it is told, messages and answers by their number. */
final class Paper implements Wire {
    final List<String> written = new ArrayList<>();
    final List<String> told = new ArrayList<>();

    @Override
    public void write(String frame) {
        written.add(frame);
    }

    @Override
    public void welcomed(String through) {
        told.add("welcomed");
    }

    @Override
    public void accepted(String text, int idAt) {
        told.add("accepted " + MessageTag.number(text, idAt));
    }

    @Override
    public void rejected(String text, int idAt) {
        told.add("rejected " + MessageTag.number(text, idAt));
    }

    @Override
    public void refused() {
        told.add("refused");
    }

    @Override
    public void message(String text, int idAt, String conversation, long position) {
        told.add("message " + MessageTag.number(text, idAt) + " at " + position);
    }

    /** What was written since the last call. */
    List<String> take() {
        List<String> now = List.copyOf(written);
        written.clear();
        return now;
    }
}
