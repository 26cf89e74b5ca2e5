#!/usr/bin/env python3
# One of the oracles of this project: written apart from the engine to judge it, kept here with its logic unchanged.
"""tcp_invariants.py [--at client|server] FILE...   RFC invariants that tshark does not judge, for a capture taken AT one endpoint
(every segment that endpoint sent and received, in its own order). Strict rules apply to the segments SENT by that endpoint.
Rules: see report. Exit 1 when a rule is broken. Input: pcap/pcapng (through tshark)."""
import sys, subprocess, collections
sys.path.insert(0, __import__('os').path.dirname(__import__('os').path.abspath(__file__)))
import pcap2json
M=1<<32
def d(a,b): # signed a-b mod 2^32
    x=(a-b)%M
    return x-M if x>=M//2 else x
class End: pass
def payloads(f):
    r=subprocess.run(['tshark','-n','-r',f,'-d','tcp.port==1-65535,data','-o','tcp.desegment_tcp_streams:FALSE','-Y','tcp','-T','fields','-e','frame.number','-e','tcp.payload','-e','tcp.hdr_len'],capture_output=True,text=True).stdout
    o={}
    for l in r.split('\n'):
        p=l.split('\t')
        if len(p)>2: o[int(p[0])]=(p[1],int(p[2].split(',')[0] or 0))
    return o
def check(f,at):
    segs=pcap2json.segs(f); pay=payloads(f); bad=[]; by=collections.OrderedDict()
    for s in segs: by.setdefault(s['stream'],[]).append(s)
    for st,ss in by.items():
        mydir='C>S' if at=='client' else 'S>C'
        B=lambda s,rule,txt: bad.append((s['n'],rule,txt))
        L=End(); L.iss=None; L.nxt=None; L.una=None; L.fin=None; L.ws=None; L.mss=None; L.sackok=False; L.ts=False; L.edge=None; L.lastack=None; L.tsval=None; L.data={}; L.rst=False
        R=End(); R.irs=None; R.nxt=None; R.ooo=[]; R.ws=None; R.mss=None; R.sackok=False; R.ts=False; R.edge=None; R.maxseq=None; R.fin=None; R.tsrecent=None; R.last=None; R.tsvals=set()
        done=False
        for s in ss:
            fl=set(s['flags']); o=s.get('options',{}); seq=s['seq']; ln=s['len']; syn='SYN' in fl; fin='FIN' in fl; rst='RST' in fl; ack=s['ack']
            seglen=ln+syn+fin; end=(seq+seglen)%M
            if s['dir']==mydir:
                est=R.irs is not None and L.iss is not None
                if L.iss is None:
                    if rst: L.rst=True; continue
                    if not syn: B(s,'FIRST','first segment sent is neither SYN nor RST'); 
                    L.iss=seq; L.nxt=seq; L.una=seq
                if done and not rst: B(s,'AFTER-RST','segment sent after a valid RST was received')
                if rst:
                    L.rst=True; continue
                if L.rst: B(s,'AFTER-OWN-RST','segment sent after own RST')
                if syn:
                    if seq!=L.iss: B(s,'SYN-SEQ',f'SYN seq {seq} is not the ISS {L.iss}')
                    if 'mss' in o: L.mss=o['mss']
                    L.ws=o.get('wscale',None); 
                    if L.ws is not None and L.ws>14: B(s,'WSCALE','shift > 14')
                    L.sackok=o.get('sack_permitted',False); L.ts='ts' in o
                    if ack is not None and R.irs is not None:     # SYN-ACK must not offer what the SYN did not
                        if L.ws is not None and R.ws is None: B(s,'SYNACK-WS','window scale in SYN-ACK without one in SYN')
                        if L.sackok and not R.sackok: B(s,'SYNACK-SACK','SACK-permitted in SYN-ACK without one in SYN')
                        if L.ts and not R.ts: B(s,'SYNACK-TS','timestamps in SYN-ACK without one in SYN')
                else:
                    for k in ('mss','wscale','sack_permitted'):
                        if k in o: B(s,'OPT-NONSYN',f'{k} on a non-SYN')
                    if ack is None: B(s,'ACKBIT','segment without ACK bit after the handshake')
                ws=0 if syn or L.ws is None or R.ws is None else L.ws
                tsneg=L.ts and R.ts
                if not syn and R.irs is not None:
                    if tsneg and 'ts' not in o: B(s,'TS-MISSING','timestamps negotiated but absent')
                    if not tsneg and 'ts' in o: B(s,'TS-UNNEGOTIATED','timestamp option without negotiation')
                if 'ts' in o:
                    if L.tsval is not None and d(o['ts'][0],L.tsval)<0: B(s,'TSVAL','TSval goes backwards')
                    L.tsval=o['ts'][0]
                    if ack is not None and o['ts'][1] not in R.tsvals: B(s,'TSECR','TSecr is no TSval ever received')
                # sequence space
                if d(seq,L.nxt)>0: B(s,'HOLE',f'seq {seq} above SND.NXT {L.nxt}: a hole in what was sent')
                if d(seq,L.una)<-1: B(s,'OLD-SEQ',f'sent seq {seq} below SND.UNA-1 {L.una}')
                if L.fin is not None and d(end,(L.fin+1)%M)>0: B(s,'AFTER-FIN','sequence space beyond the FIN used')
                if fin:
                    fs=(seq+ln)%M
                    if L.fin is not None and fs!=L.fin: B(s,'FIN-SEQ','FIN retransmitted at another sequence number')
                    if L.fin is None and d(fs,L.nxt)<0: B(s,'FIN-EARLY','FIN below SND.NXT')
                    L.fin=fs
                p,hl=pay.get(s['n'],('',20))
                for i in range(min(ln,len(p)//2)):
                    a=(seq+syn+i)%M; b=p[2*i:2*i+2]
                    if L.data.setdefault(a,b)!=b: B(s,'PAYLOAD','retransmission carries other bytes'); break
                if ln:
                    m=R.mss if R.mss is not None else 536
                    if ln+(hl-20)>m: B(s,'MSS',f'payload {ln} + options {hl-20} > peer MSS {m}')
                    if R.edge is not None and d(end if not fin else (end-1)%M,R.edge)>0 and ln>1: B(s,'WINDOW',f'data to {end} beyond the offered window edge {R.edge}')
                    if not est: B(s,'EARLY-DATA','data before the handshake (and no TFO)')
                if d(end,L.nxt)>0: L.nxt=end
                if ack is not None and R.irs is not None:
                    if d(ack,R.nxt)>0: B(s,'ACK-UNRECEIVED',f'ack {ack} above RCV.NXT {R.nxt}')
                    if L.lastack is not None and d(ack,L.lastack)<0: B(s,'ACK-BACK','ack number goes backwards')
                    L.lastack=ack
                    edge=(ack+(s['window_raw']<<ws))%M
                    if L.edge is not None and d(edge,L.edge)<0 and -d(edge,L.edge)>=(1<<ws) and not syn and not(R.fin is not None and d(ack,(R.fin+1)%M)>=0): B(s,'SHRINK',f'right window edge moves left by {-d(edge,L.edge)}')
                    if L.edge is None or d(edge,L.edge)>0: L.edge=edge
                    if 'sack' in o:
                        if not R.sackok: B(s,'SACK-UNNEGOTIATED','SACK option though the peer did not permit it')
                        bl=o['sack']
                        if len(bl)>(3 if 'ts' in o else 4): B(s,'SACK-COUNT','too many SACK blocks')
                        for i,(a,b) in enumerate(bl):
                            ds=i==0 and (d(b,ack)<=0 or any(d(a,x)>=0 and d(b,y)<=0 for x,y in bl[1:]))
                            if d(b,a)<=0: B(s,'SACK-EMPTY',f'block {a}-{b}')
                            if not ds:
                                if d(a,ack)<=0: B(s,'SACK-BELOW-ACK',f'block {a}-{b} not above ack {ack}')
                                if not any(d(a,x)>=0 and d(b,y)<=0 for x,y in R.ooo): B(s,'SACK-UNRECEIVED',f'block {a}-{b} was not received')
                            for j,(x,y) in enumerate(bl[i+1:]):
                                if not ds and d(a,y)<0 and d(b,x)>0: B(s,'SACK-OVERLAP','blocks overlap')
                        if R.last and not any(d(R.last[0],a)>=0 and d(R.last[1],b)<=0 for a,b in bl[:1]) and R.lastooo: B(s,'SACK-FIRST',f'first block {bl[0]} does not hold the last received segment {R.last}')
                    elif R.ooo and R.sackok and L.sackok: B(s,'SACK-MISSING',f'out-of-order data {R.ooo} held but no SACK option')
            else:
                if rst:
                    if R.nxt is not None and seq==R.nxt or (ack is not None and L.nxt is not None and ack==L.nxt and R.irs is None): done=True
                    continue
                if syn and R.irs is None:
                    R.irs=seq; R.nxt=(seq+1)%M; R.mss=o.get('mss'); R.ws=o.get('wscale'); R.sackok=o.get('sack_permitted',False); R.ts='ts' in o
                    R.lastooo=False; R.last=None
                elif syn: pass
                if R.irs is None: continue
                if 'ts' in o: R.tsvals.add(o['ts'][0])
                paws= 'ts' in o and R.tsrecent is not None and d(o['ts'][0],R.tsrecent)<0
                if 'ts' in o and not paws and d(seq,L.lastack if L.lastack is not None else seq)<=0: R.tsrecent=o['ts'][0]
                if ack is not None and L.nxt is not None and d(ack,L.nxt)<=0 and not paws and d(ack,L.una)>=-100000:
                    if d(ack,L.una)>0: L.una=ack
                    e=(ack+(s['window_raw']<<(0 if syn or R.ws is None or L.ws is None else R.ws)))%M
                    if R.edge is None or d(e,R.edge)>0: R.edge=e
                if L.edge is not None and seglen and d(seq,L.edge)>=0: continue      # beyond what we offer
                if paws: continue
                if fin: R.fin=(seq+ln)%M
                a=(seq+syn)%M; b=end
                if d(b,a)>0:
                    R.last=(a,(a+ln)%M); R.lastooo=d(a,R.nxt)>0 and ln>0
                    iv=[(x,y) for x,y in R.ooo]+[(a,b)]
                    iv=[(x if d(x,R.nxt)>0 else R.nxt,y) for x,y in iv if d(y,R.nxt)>0]
                    iv.sort(key=lambda t:d(t[0],R.nxt)); mg=[]
                    for x,y in iv:
                        if mg and d(x,mg[-1][1])<=0: mg[-1]=(mg[-1][0],y if d(y,mg[-1][1])>0 else mg[-1][1])
                        else: mg.append((x,y))
                    while mg and d(mg[0][0],R.nxt)<=0: R.nxt=mg[0][1]; mg.pop(0)
                    R.ooo=mg
    return segs,bad
def main():
    a=sys.argv[1:]; at=None
    if a and a[0]=='--at': at=a[1]; a=a[2:]
    tot=0
    for f in a:
        w=at or ('server' if '.server.' in f else 'client')
        segs,bad=check(f,w); tot+=len(bad)
        print(f"{f} (at {w}): {len(segs)} segments, {len(bad)} violations")
        for n,r,t in bad: print(f"   frame {n} {r}: {t}")
    sys.exit(1 if tot else 0)
if __name__=='__main__': main()
