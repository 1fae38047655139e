package dev.postrider.chat.node;

import dev.postrider.base.KafkaSettings;
import dev.postrider.base.SharedConfig;
import dev.postrider.base.peer.PeerClient;
import dev.postrider.chat.ChatConfig;
import dev.postrider.chat.channel.Fanout;
import dev.postrider.chat.channel.Incarnations;
import dev.postrider.chat.channel.SharedLogEnds;
import dev.postrider.chat.channel.TableLoop;
import dev.postrider.chat.journal.KafkaJournal;
import dev.postrider.chat.limit.Rates;
import dev.postrider.chat.limit.SendRate;
import dev.postrider.chat.message.AcceptedSends;
import dev.postrider.chat.message.Acceptor;
import dev.postrider.chat.message.Aftermath;
import dev.postrider.chat.message.AgreedWindow;
import dev.postrider.chat.message.Checks;
import dev.postrider.chat.message.HeldTurns;
import dev.postrider.chat.message.Marks;
import dev.postrider.chat.message.PeerHolders;
import dev.postrider.chat.message.PeerPlenty;
import dev.postrider.chat.message.PeerTargets;
import dev.postrider.chat.message.RecentTargets;
import dev.postrider.chat.message.RedisSlowMode;
import dev.postrider.chat.message.RedisWindowStore;
import dev.postrider.chat.message.Tally;
import dev.postrider.chat.message.UnknownAppends;
import dev.postrider.chat.message.Window;
import dev.postrider.chat.message.WindowStore;
import dev.postrider.chat.room.Membership;
import dev.postrider.chat.time.Ticker;
import dev.postrider.chat.time.Timers;
import dev.postrider.contracts.internal.HolderAnswers;
import dev.postrider.contracts.internal.Internal;
import io.quarkus.arc.All;
import io.vertx.mutiny.redis.client.Redis;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.List;

/** The parts that accept a message. */
class MessageBeans {
    @Produces
    @Singleton
    KafkaJournal journal(KafkaSettings kafka, ChatConfig config, Ticker ticker, Incarnations incarnations) {
        return new KafkaJournal(kafka, config, ticker, incarnations::current);
    }

    @Produces
    @Singleton
    UnknownAppends unknownAppends(
            KafkaJournal journal,
            SharedLogEnds ends,
            Fanout fanout,
            Membership membership,
            Ticker ticker,
            Timers timers) {
        return new UnknownAppends(journal, ends, fanout, membership, ticker, timers);
    }

    @Produces
    @Singleton
    RecentTargets targets(PeerClient peers, SharedConfig config) {
        return new RecentTargets(new PeerTargets(peers, config));
    }

    @Produces
    @Singleton
    Aftermath aftermath(RecentTargets recent, @All List<AcceptedSends> listeners) {
        return new Aftermath(recent, listeners);
    }

    @Produces
    @Singleton
    Checks checks(
            Membership membership,
            RecentTargets targets,
            Redis redis,
            Ticker ticker,
            PeerClient peers,
            SharedConfig config) {
        return new Checks(
                membership, targets, new RedisSlowMode(redis, new HeldTurns(ticker)), new PeerPlenty(peers, config));
    }

    @Produces
    @Singleton
    PeerHolders holders(PeerClient peers, SharedConfig config, Ticker ticker, Timers timers) {
        return new PeerHolders(
                queries -> peers.post(config.historyUrl(), Internal.HOLDERS, queries, HolderAnswers.class)
                        .subscribeAsCompletionStage(),
                ticker,
                timers);
    }

    @Produces
    @Singleton
    AgreedWindow sharedWindow(
            Redis redis, ChatConfig config, Incarnations incarnations, Ticker ticker, Timers timers, TableLoop table) {
        ChatConfig.Window window = config.window();
        WindowStore store = new RedisWindowStore(
                redis, window.keep(), window.answerWithin(), incarnations::current, ticker, timers);
        return new AgreedWindow(store, table.accord());
    }

    @Produces
    @Singleton
    Rates rates(ChatConfig config, Ticker ticker) {
        ChatConfig.Sends sends = config.sends();
        return new Rates(
                new SendRate(sends.perSecond(), sends.burst(), ticker),
                new SendRate(sends.roomPerSecond(), sends.roomPerSecond(), ticker));
    }

    @Produces
    @Singleton
    Acceptor acceptor(Acceptor.Ports ports, ChatConfig config) {
        return new Acceptor(new Window(config.window().idsMax()), ports);
    }

    @Produces
    @Singleton
    Marks marks(Membership membership, KafkaJournal journal, Fanout fanout, Ticker ticker, Timers timers, Tally tally) {
        return new Marks(membership, journal, fanout, ticker, timers, tally::markLost);
    }
}
