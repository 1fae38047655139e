package dev.postrider.chat.node;

import dev.postrider.chat.ChatConfig;
import dev.postrider.chat.channel.Fanout;
import dev.postrider.chat.channel.FreshGate;
import dev.postrider.chat.channel.KafkaControlLog;
import dev.postrider.chat.channel.LoopTasks;
import dev.postrider.chat.journal.KafkaJournal;
import dev.postrider.chat.message.MessageKey;
import dev.postrider.chat.message.PeerHolders;
import dev.postrider.chat.room.ConversationMembership;
import dev.postrider.chat.room.FirstChanges;
import dev.postrider.chat.room.Membership;
import dev.postrider.chat.room.Notices;
import dev.postrider.chat.room.RoomRelay;
import dev.postrider.chat.room.Rosters;
import dev.postrider.chat.room.SqlRoomTables;
import dev.postrider.chat.room.SqlRosterSource;
import dev.postrider.chat.time.Timers;
import dev.postrider.contracts.internal.Internal;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.concurrent.CompletableFuture;

/** The parts that know who may be where. */
class RoomBeans {
    @Produces
    @Singleton
    Rosters rosters(SqlRosterSource source, Timers timers, ChatConfig config) {
        return new Rosters(source, timers, config.room().rostersMax());
    }

    @Produces
    @Singleton
    Membership membership(Rosters rosters, SqlRosterSource source, FreshGate gate) {
        return new ConversationMembership(rosters, source, gate);
    }

    /** By way of the loop, whose thread may wait for metadata where others may not. */
    @Produces
    @Singleton
    Notices notices(KafkaControlLog control, LoopTasks loop) {
        return notice -> {
            CompletableFuture<Void> told = new CompletableFuture<>();
            loop.execute(() -> control.tell(notice).whenComplete((done, unknown) -> {
                if (unknown == null) {
                    told.complete(null);
                } else {
                    told.completeExceptionally(unknown);
                }
            }));
            return told;
        };
    }

    @Produces
    @Singleton
    FirstChanges firstChanges(PeerHolders holders) {
        return (conversation, change, position) -> holders.of(
                        new MessageKey(Internal.CHANGES, conversation, Internal.changeId(change)), position)
                .thenApply(holder -> holder.position() == position);
    }

    @Produces
    @Singleton
    RoomRelay roomRelay(
            SqlRoomTables tables,
            KafkaJournal journal,
            Notices notices,
            FirstChanges firsts,
            Fanout fanout,
            Rosters rosters) {
        return new RoomRelay(tables, journal, notices, firsts, fanout, rosters);
    }
}
