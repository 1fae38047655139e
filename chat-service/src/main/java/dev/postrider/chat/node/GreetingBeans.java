package dev.postrider.chat.node;

import dev.postrider.base.KafkaSettings;
import dev.postrider.base.peer.UserDirectory;
import dev.postrider.chat.ChatConfig;
import dev.postrider.chat.channel.ChannelThread;
import dev.postrider.chat.channel.Checkpoints;
import dev.postrider.chat.channel.FreshGate;
import dev.postrider.chat.channel.Greeter;
import dev.postrider.chat.channel.KafkaLogEnds;
import dev.postrider.chat.channel.LoopTasks;
import dev.postrider.chat.channel.MembershipNotices;
import dev.postrider.chat.channel.SharedLogEnds;
import dev.postrider.chat.channel.Subscriptions;
import dev.postrider.chat.channel.TableLoop;
import dev.postrider.chat.channel.TableThread;
import dev.postrider.chat.presence.PresenceConfig;
import dev.postrider.chat.room.Rosters;
import dev.postrider.chat.session.Sessions;
import dev.postrider.chat.time.Ticker;
import dev.postrider.chat.time.Timers;
import dev.postrider.contracts.rest.User;
import dev.postrider.contracts.rule.Limits;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.concurrent.CompletionStage;
import java.util.random.RandomGenerator;

/** The parts that tell a client from where it hears everything. */
class GreetingBeans {
    @Produces
    @Singleton
    KafkaLogEnds brokerEnds(KafkaSettings kafka, ChatConfig config) {
        return new KafkaLogEnds(kafka, config.logEpoch());
    }

    @Produces
    @Singleton
    SharedLogEnds ends(KafkaLogEnds broker) {
        return new SharedLogEnds(broker);
    }

    @Produces
    @Singleton
    Checkpoints checkpoints(SharedLogEnds ends, Ticker ticker, ChatConfig config) {
        ChatConfig.Socket socket = config.socket();
        return new Checkpoints(
                ends, ticker, RandomGenerator.getDefault(), socket.checkpointEvery(), socket.sliceOver());
    }

    @Produces
    @Singleton
    Limits limits(ChatConfig config, PresenceConfig presence) {
        return config.limits((int) presence.offlineAfter().toSeconds());
    }

    @Produces
    @Singleton
    Greeter greeter(
            SharedLogEnds ends,
            UserDirectory users,
            Limits limits,
            Clock clock,
            Timers timers,
            Checkpoints checkpoints) {
        return new Greeter(ends, userId -> self(users, userId), limits, clock, timers, checkpoints::onGreeted);
    }

    @Produces
    @Singleton
    Subscriptions.Around around(
            TableLoop table, ChannelThread reader, Sessions sessions, LoopTasks loop, Ticker ticker) {
        return new Subscriptions.Around(table, reader, sessions, loop, ticker);
    }

    @Produces
    @Singleton
    Subscriptions subscriptions(
            Subscriptions.Around around, ChatConfig config, Greeter greeter, Checkpoints checkpoints) {
        ChatConfig.Channel channel = config.channel();
        return new Subscriptions(
                around,
                new Subscriptions.Settings(channel.freshFor().multipliedBy(2), channel.keepFor()),
                greeter,
                checkpoints::onOtherGone);
    }

    @Produces
    @Singleton
    MembershipNotices membershipNotices(
            Subscriptions.Around around, ChatConfig config, Checkpoints checkpoints, Rosters rosters) {
        return new MembershipNotices(around, config.channel().freshFor().multipliedBy(2), checkpoints::now, rosters);
    }

    @Produces
    @Singleton
    TableThread tableThread(
            KafkaSettings kafka,
            LoopTasks loop,
            TableLoop table,
            Subscriptions subscriptions,
            MembershipNotices notices,
            FreshGate gate) {
        return new TableThread(kafka, loop, table, subscriptions, notices, gate);
    }

    private static CompletionStage<User> self(UserDirectory users, String userId) {
        return users.find(userId)
                .onItem()
                .transformToUni(found -> Uni.createFrom().optional(found))
                .onItem()
                .ifNull()
                .failWith(() -> new IllegalStateException("auth-service does not know a user with a token"))
                .subscribeAsCompletionStage();
    }
}
