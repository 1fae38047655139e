package dev.postrider.auth.support;

import dev.postrider.base.control.ControlListener;
import dev.postrider.contracts.control.ControlRecord;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Everything that came over the control topic so far. */
@ApplicationScoped
public class ControlTail implements ControlListener {
    private final List<ControlRecord> heard = new CopyOnWriteArrayList<>();

    @Override
    public void onControl(ControlRecord record, long offset) {
        heard.add(record);
    }

    public List<ControlRecord> heard() {
        return heard;
    }

    public boolean heardEndOf(String session) {
        return heard.stream()
                .anyMatch(one -> one instanceof ControlRecord.SessionEnded end
                        && end.session().equals(session));
    }
}
