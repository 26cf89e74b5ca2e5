#!/usr/bin/env python3
# One of the oracles of this project: written apart from the engine to judge it, kept here with its logic unchanged.
"""pcap2json.py FILE.pcap [...]: what tshark says of each TCP segment, absolute sequence numbers -> JSON on stdout (one file) or next to each file (-w)."""
import json, os, subprocess, sys
F='frame.number frame.time_epoch frame.time_relative frame.len frame.cap_len tcp.stream ip.src ip.dst ipv6.src ipv6.dst tcp.srcport tcp.dstport tcp.seq_raw tcp.ack_raw tcp.len tcp.flags tcp.flags.str tcp.window_size_value tcp.window_size tcp.urgent_pointer tcp.checksum.status tcp.options.mss_val tcp.options.wscale.shift tcp.options.sack_perm tcp.options.sack_le tcp.options.sack_re tcp.options.timestamp.tsval tcp.options.timestamp.tsecr tcp.seq tcp.ack tcp.nxtseq tcp.completeness'.split()
A='retransmission fast_retransmission spurious_retransmission out_of_order duplicate_ack duplicate_ack_num duplicate_ack_frame lost_segment ack_lost_segment zero_window zero_window_probe zero_window_probe_ack window_update window_full keep_alive keep_alive_ack reused_ports acks_frame ack_rtt initial_rtt bytes_in_flight push_bytes_sent rto rto_frame partial_ack'.split()
E='_ws.expert.message _ws.expert.severity'.split()
def fields():
    ok=set()
    for l in subprocess.run(['tshark','-G','fields'],capture_output=True,text=True).stdout.split('\n'):
        p=l.split('\t')
        if len(p)>2: ok.add(p[2])
    return ok
OK=None
NUM=lambda s: int(s,0) if s else None
FL=[(1,'FIN'),(2,'SYN'),(4,'RST'),(8,'PSH'),(16,'ACK'),(32,'URG'),(64,'ECE'),(128,'CWR')]
SEV={'8388608':'error','6291456':'warn','4194304':'note','2097152':'chat','1048576':'comment'}
def segs(f):
    global OK
    if OK is None: OK=fields()
    fl=[x for x in F+['tcp.analysis.'+a for a in A]+E if x in OK]
    cmd=['tshark','-n','-r',f,'-o','tcp.relative_sequence_numbers:FALSE','-o','tcp.check_checksum:TRUE','-o','ip.check_checksum:TRUE','-o','tcp.desegment_tcp_streams:FALSE','-Y','tcp','-T','fields','-E','separator=\x1f','-E','occurrence=a','-E','aggregator=\x1e','-E','quote=n']
    for x in fl: cmd+=['-e',x]
    r=subprocess.run(cmd,capture_output=True,text=True); out=[]; cli={}
    for l in r.stdout.split('\n'):
        if not l: continue
        v=dict(zip(fl,l.split('\x1f')))
        src=v['ip.src'] or v['ipv6.src']; dst=v['ip.dst'] or v['ipv6.dst']
        fi=NUM(v['tcp.flags'])&255; st=v['tcp.stream']
        if st not in cli: cli[st]=(src,v['tcp.srcport']) if not (fi&18)==18 else (dst,v['tcp.dstport'])
        d=dict(n=NUM(v['frame.number']),t=float(v['frame.time_relative']),stream=NUM(st),dir='C>S' if (src,v['tcp.srcport'])==cli[st] else 'S>C',src=f"{src}:{v['tcp.srcport']}",dst=f"{dst}:{v['tcp.dstport']}",
          seq=NUM(v['tcp.seq_raw']),ack=NUM(v['tcp.ack_raw']) if fi&16 else None,len=NUM(v['tcp.len']),flags=[n for b,n in FL if fi&b],window_raw=NUM(v['tcp.window_size_value']),window=NUM(v['tcp.window_size']))
        o={}
        if v['tcp.options.mss_val']: o['mss']=NUM(v['tcp.options.mss_val'])
        if v['tcp.options.wscale.shift']: o['wscale']=NUM(v['tcp.options.wscale.shift'])
        if v['tcp.options.sack_perm']: o['sack_permitted']=True
        if v['tcp.options.timestamp.tsval']: o['ts']=[NUM(v['tcp.options.timestamp.tsval']),NUM(v['tcp.options.timestamp.tsecr'])]
        if v['tcp.options.sack_le']: o['sack']=[[int(a),int(b)] for a,b in zip(v['tcp.options.sack_le'].split('\x1e'),v['tcp.options.sack_re'].split('\x1e'))]
        if o: d['options']=o
        d['checksum']={'1':'good','0':'bad','2':'unverified'}.get(v['tcp.checksum.status'],v['tcp.checksum.status'])
        an={}
        for a in A:
            x=v.get('tcp.analysis.'+a,'')
            if x: an[a]=True if x in('1','True') and a not in ('duplicate_ack_num','acks_frame','bytes_in_flight','push_bytes_sent','duplicate_ack_frame','rto_frame') else (float(x) if '.' in x else int(x) if x.lstrip('-').isdigit() else x)
        if an: d['analysis']=an
        if v.get('_ws.expert.message'):
            d['expert']=[f"{SEV.get(s,s)}: {m}" for m,s in zip(v['_ws.expert.message'].split('\x1e'),v['_ws.expert.severity'].split('\x1e'))]
        d['completeness']=NUM(v['tcp.completeness']) if v.get('tcp.completeness') else None
        out.append(d)
    return out
def main():
    w='-w' in sys.argv; files=[x for x in sys.argv[1:] if x!='-w']
    for f in files:
        base=f.rsplit('.',1)[0]; meta={}; name=os.path.basename(base)
        m=os.path.join(os.path.dirname(f) or '.','meta',name.replace('.server','')+'.meta.json')
        if os.path.exists(m): meta=json.load(open(m))
        ss=segs(f); comp=ss[-1]['completeness'] if ss else None
        for s in ss: s.pop('completeness')
        cap=subprocess.run(['capinfos','-TmQtErc',f],capture_output=True,text=True).stdout
        d=dict(meta); d['file']=os.path.basename(f); d['seen_at']='server' if base.endswith('.server') else 'client'; d['tshark']='4.0.17, absolute sequence numbers'; d['completeness']=comp; d['segments']=ss
        txt='{\n'+',\n'.join(f' {json.dumps(k)}: '+(('[\n'+',\n'.join('  '+json.dumps(x) for x in v)+'\n ]') if k in ('kernel_state','bridge') and v else json.dumps(v)) for k,v in d.items() if k!='segments')+',\n "segments": [\n'+',\n'.join('  '+json.dumps(s) for s in ss)+'\n ]\n}\n'
        json.loads(txt)
        if w: open(base+'.json','w').write(txt); print(name,len(ss))
        else: sys.stdout.write(txt)
if __name__=='__main__': main()
