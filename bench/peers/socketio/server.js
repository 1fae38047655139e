// A chat server as guides to Socket.IO, Kafka, Redis and MySQL put it together: a handler that awaits one part after the
// other, a room for each user, the Redis adapter so that other nodes reach it as well, an acknowledgement at the end.
// Written here for the benchmark, in good faith and no better than usual: no resend is recognised, nothing orders handlers
// of one socket, what a killed node had not handed on is only in the table.
import { createServer } from 'node:http';
import { createAdapter } from '@socket.io/redis-adapter';
import { Redis } from 'ioredis';
import { Kafka, logLevel } from 'kafkajs';
import mysql from 'mysql2/promise';
import { Server } from 'socket.io';

const { PORT, MYSQL_HOST, MYSQL_PORT, MYSQL_USER, MYSQL_PASSWORD, MYSQL_DATABASE, KAFKA_BROKERS, REDIS_URL } = process.env;
const TOPIC = 'socketio-messages';

// ---- MySQL ---------------------------------------------------------------------------------------------------------

const db = mysql.createPool({
  host: MYSQL_HOST,
  port: Number(MYSQL_PORT),
  user: MYSQL_USER,
  password: MYSQL_PASSWORD,
  database: MYSQL_DATABASE,
  waitForConnections: true,
  connectionLimit: 10,
});

await db.execute(`
  CREATE TABLE IF NOT EXISTS socketio_messages (
    id         BIGINT AUTO_INCREMENT PRIMARY KEY,
    message_id VARCHAR(36) NOT NULL,
    sender     VARCHAR(64) NOT NULL,
    recipient  VARCHAR(64) NOT NULL,
    body       TEXT        NOT NULL,
    created_at TIMESTAMP DEFAULT CURRENT_TIMESTAMP,
    KEY conversation (sender, recipient)
  )`);

async function saveMessage({ id, from, to, body }) {
  const [result] = await db.execute(
    'INSERT INTO socketio_messages (message_id, sender, recipient, body) VALUES (?, ?, ?, ?)',
    [id, from, to, body],
  );
  return result.insertId;
}

async function history(one, other, before, limit) {
  const [rows] = await db.query(
    `SELECT id, message_id, sender, recipient, body, created_at FROM socketio_messages
     WHERE ((sender = ? AND recipient = ?) OR (sender = ? AND recipient = ?)) AND id < ?
     ORDER BY id DESC LIMIT ?`,
    [one, other, other, one, before, limit],
  );
  return rows.reverse();
}

// ---- Kafka ---------------------------------------------------------------------------------------------------------

const kafka = new Kafka({ clientId: 'socketio', brokers: KAFKA_BROKERS.split(','), logLevel: logLevel.ERROR });
const producer = kafka.producer();
await producer.connect();

const admin = kafka.admin();
await admin.connect();
await admin.createTopics({ topics: [{ topic: TOPIC, numPartitions: 6, replicationFactor: 1 }] });
await admin.disconnect();

// For notifications, moderation, analytics: whoever comes later.
async function produceMessage(message) {
  await producer.send({
    topic: TOPIC,
    messages: [{ key: message.to, value: JSON.stringify(message) }],
  });
}

// ---- Socket.IO -----------------------------------------------------------------------------------------------------

const httpServer = createServer();
const publisher = new Redis(REDIS_URL);
const subscriber = publisher.duplicate();
const io = new Server(httpServer, {
  adapter: createAdapter(publisher, subscriber),
  cors: { origin: [] },
});

// A guide would verify a token here; the benchmark's people are only names.
io.use((socket, next) => {
  const { name } = socket.handshake.auth;
  if (typeof name !== 'string' || name.length === 0 || name.length > 64) {
    return next(new Error('unauthorized'));
  }
  socket.data.name = name;
  return next();
});

io.on('connection', (socket) => {
  const from = socket.data.name;
  socket.join(`user:${from}`);

  socket.on('message', async ({ id, to, body } = {}, ack) => {
    try {
      const message = { id, from, to, body };
      const position = await saveMessage(message);
      await produceMessage({ ...message, position });
      io.to(`user:${to}`).emit('message', { ...message, position });
      ack?.({ id, ok: true });
    } catch (error) {
      console.error('message failed', error.message);
      ack?.({ id, ok: false });
    }
  });

  socket.on('history', async ({ with: other, before = Number.MAX_SAFE_INTEGER, limit = 50 } = {}, ack) => {
    try {
      ack?.({ ok: true, messages: await history(from, other, before, Math.min(limit, 100)) });
    } catch (error) {
      console.error('history failed', error.message);
      ack?.({ ok: false });
    }
  });
});

httpServer.listen(Number(PORT), '127.0.0.1');
